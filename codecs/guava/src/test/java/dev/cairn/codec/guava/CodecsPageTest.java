package dev.cairn.codec.guava;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on codecs: what it shows compiles, and what it lists is what there is. */
class CodecsPageTest {
    private static final Path PAGE = Path.of("../../docs/codecs.md");
    private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)```");
    private static final Pattern CLASS = Pattern.compile("(?m)^(?:public )?(?:final )?class (\\w+)");

    @TempDir
    private Path directory;

    @Test
    void everySnippetCompilesWithoutWarnings() throws IOException {
        List<Path> files = new ArrayList<>();
        for (MatchResult snippet :
                JAVA.matcher(Files.readString(PAGE)).results().toList()) {
            Matcher name = CLASS.matcher(snippet.group(1));
            assertThat(name.find()).isTrue();
            files.add(Files.writeString(directory.resolve(name.group(1) + ".java"), snippet.group(1)));
        }
        assertThat(files).hasSize(5);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            said,
                            manager,
                            null,
                            List.of(
                                    "--release",
                                    "17",
                                    "-Xlint:all,-processing",
                                    "-Werror",
                                    "-d",
                                    directory.toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "-processorpath", // newer compilers run no processor of the class path
                                    System.getProperty("java.class.path")),
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertThat(said.toString()).isEmpty();
            assertThat(compiled).isTrue();
        }
        assertThat(directory.resolve("cairn/codec/for/java.util.concurrent.atomic.LongAdder"))
                .hasContent("com.acme.LongAdderCodec");
    }

    @Test
    void everyCodecIsAnnounced() throws IOException {
        try (Stream<Path> announced = Files.list(Path.of("target/classes/cairn/codec/for"));
                Stream<Path> sources = Files.list(Path.of("src/main/java/dev/cairn/codec/guava"))) {
            List<String> codecs = sources.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Codec.java"))
                    .map(name -> name.replace("Codec.java", ""))
                    .sorted()
                    .toList();
            assertThat(codecs).hasSize(37);
            assertThat(announced
                            .map(file -> file.getFileName().toString())
                            .map(name -> name.substring(name.lastIndexOf('.') + 1))
                            .sorted())
                    .containsExactlyElementsOf(codecs);
        }
    }
}
