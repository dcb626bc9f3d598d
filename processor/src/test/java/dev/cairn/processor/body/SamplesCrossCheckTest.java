package dev.cairn.processor.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.cairn.processor.CompiledAgainst;
import dev.cairn.processor.FlowProcessor;
import java.io.IOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** As {@link CrossCheckTest}, for the flows of the samples: code as people write it, of which nothing is misread. */
final class SamplesCrossCheckTest {
    private static final Path SAMPLES = Path.of("../samples/src");

    @Test
    void noAccessIsMissedAndNoneIsTooMany() throws IOException {
        List<JavaFileObject> files = new ArrayList<>(sources("main/java/dev/cairn/samples"));
        files.addAll(sources("test/java/dev/cairn/samples/shapes"));
        CrossCheck check = new CrossCheck();
        Compilation compilation = CompiledAgainst.javacWithTests()
                .withOptions("-proc:full", "-nowarn")
                .withProcessors(check, new FlowProcessor())
                .compile(files);

        assertThat(compilation.errors()).isEmpty();
        assertThat(check.mine).hasSizeGreaterThan(40);
        assertThat(check.truth).containsOnlyKeys(check.mine.keySet());
        for (String flow : check.mine.keySet()) {
            assertThat(check.missed(flow)).as(flow).isEmpty();
            assertThat(check.tooMany(flow)).as(flow).isEmpty();
            assertThat(check.truth.get(flow).accesses()).as(flow).isNotEmpty();
        }
    }

    private static List<JavaFileObject> sources(String directory) throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES.resolve(directory))) {
            return files.filter(SamplesCrossCheckTest::isSource)
                    .sorted()
                    .map(SamplesCrossCheckTest::file)
                    .toList();
        }
    }

    /** Tests are no flows, and their libraries are not needed here. */
    private static boolean isSource(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java") && !name.endsWith("Test.java") && !name.equals("OnEachStore.java");
    }

    private static JavaFileObject file(Path file) {
        try {
            return JavaFileObjects.forResource(file.toUri().toURL());
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
