package dev.cairn.samples.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/**
 * Holds the guide to what it shows: all source files of a chapter compile without a word; then its statements and its commands, run from top
 * to bottom in one project, print what is shown; its tests pass; and what does not compile says what is shown. {@code
 * -Dreadme.renew=true} writes what is printed now.
 */
class GuideTest {
    private static final Path GUIDE = Toolchain.root().resolve("docs/guide");

    @TempDir
    private Path directory;

    static List<Path> chapters() throws IOException {
        try (Stream<Path> files = Files.list(GUIDE)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d.*\\.md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void chapterIsTrue(Path file) throws IOException, InterruptedException, ClassNotFoundException {
        Readme page = Readme.read(file);
        UserProject project = new UserProject(directory);
        List<JavaSnippet> snippets =
                page.blocks("java").stream().map(JavaSnippet::of).toList();
        List<JavaSnippet> sound =
                snippets.stream().filter(snippet -> !isUnsound(page, snippet)).toList();
        assertThat(sound).isNotEmpty();
        assertThat(compile(project, sound).output()).as("the compiler").isEmpty();
        Console console = new Console(shell());
        for (Block block : page.blocks()) {
            if (block.is("java")) {
                JavaSnippet snippet = snippets.get(page.blocks("java").indexOf(block));
                java(file, page, project, snippet);
            } else if (block.is("console")) {
                compare(file, page, block, console.replay(block));
            }
        }
    }

    private void java(Path file, Readme page, UserProject project, JavaSnippet snippet)
            throws IOException, InterruptedException, ClassNotFoundException {
        if (isUnsound(page, snippet)) {
            UserProject alone = new UserProject(
                    directory.resolve("unsound" + snippet.block().line()));
            compare(
                    file,
                    page,
                    page.output(snippet.block()).orElseThrow(),
                    compile(alone, List.of(snippet)).output());
        } else if (snippet.isTest()) {
            test(snippet);
        } else if (!snippet.isFile()) {
            Command.Result run = project.java(snippet.className());
            Block shown = page.output(snippet.block()).orElseThrow();
            compare(file, page, shown, run.output());
        }
    }

    private void test(JavaSnippet snippet) throws IOException, ClassNotFoundException {
        URL classes = directory.resolve("target/classes").toUri().toURL();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes}, getClass().getClassLoader())) {
            Events events = EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(loader.loadClass(snippet.className())))
                    .execute()
                    .testEvents();
            assertThat(events.failed().list()).isEmpty();
            assertThat(events.succeeded().count()).isPositive();
        }
    }

    /** A source file before a {@code text} block: what follows is what javac says. */
    private static boolean isUnsound(Readme page, JavaSnippet snippet) {
        return snippet.isFile() && page.output(snippet.block()).isPresent();
    }

    private static Command.Result compile(UserProject project, List<JavaSnippet> snippets) throws IOException {
        for (JavaSnippet snippet : snippets) {
            project.add(snippet);
        }
        return project.javac(snippets.stream().map(JavaSnippet::path).toList());
    }

    /** A shell that has the script of the first chapter on its path. */
    private Command shell() throws IOException {
        Path programs = Files.createDirectories(directory.resolve("programs"));
        Toolchain.addShortLivedJava(programs);
        Path cairn = programs.resolve("cairn");
        Files.writeString(cairn, """
                #!/bin/sh
                exec java -Dcairn.command=cairn --enable-native-access=ALL-UNNAMED -cp target/classes:'%s' dev.cairn.cli.Main "$@"
                """.formatted(Toolchain.classPath()));
        Files.setPosixFilePermissions(cairn, PosixFilePermissions.fromString("rwxr-xr-x"));
        String path = programs + File.pathSeparator + System.getenv("PATH");
        return new Command(directory, Map.of("PATH", path, "NO_COLOR", "1"));
    }

    private static void compare(Path file, Readme page, Block shown, String actual) throws IOException {
        Screen screen = new Screen(Masks.mask(actual));
        if (screen.shows(Masks.mask(shown.text()))) {
            return;
        }
        if (Boolean.getBoolean("readme.renew")) {
            page.renew(file, shown, actual);
        } else {
            assertThat(screen.text()).as(shown.toString()).isEqualTo(Masks.mask(shown.text()));
        }
    }

    @Test
    void hasEightChaptersAndAnIndexOfThem() throws IOException {
        String index = Files.readString(GUIDE.resolve("README.md"));

        assertThat(chapters()).hasSize(8);
        assertThat(chapters()).allSatisfy(chapter -> assertThat(index).contains("](" + chapter.getFileName() + ")"));
    }

    /** The annotations are the first that a user meets. */
    @Test
    void everyAnnotationHasItsPlace() throws IOException {
        String all = "";
        for (Path chapter : chapters()) {
            all += Files.readString(chapter);
        }
        try (Stream<Path> sources = Files.list(Toolchain.root().resolve("annotations/src/main/java/dev/cairn"))) {
            for (String annotation : sources.map(source -> source.getFileName().toString())
                    .filter(name -> !name.equals("package-info.java") && !name.endsWith("Exception.java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new))) {
                assertThat(all).containsPattern("@" + annotation + "\\b");
            }
        }
    }
}
