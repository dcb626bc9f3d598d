package dev.cairn.processor;

import static dev.cairn.processor.FlowCompilation.compiler;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Flows as people write them, of which nothing is to be said. To hold another kind to it, put a flow beside them. */
class GoodFlowsTest {
    private static final Path FLOWS = Path.of("src/test/resources/dev/cairn/processor/good");

    static List<Path> flows() throws IOException {
        try (Stream<Path> files = Files.list(FLOWS)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("flows")
    void areCompiledWithoutAWord(Path flow) throws MalformedURLException {
        assertThat(compiler("-Xlint:all,-processing", "-Werror")
                        .compile(JavaFileObjects.forResource(flow.toUri().toURL()))
                        .diagnostics())
                .isEmpty();
    }
}
