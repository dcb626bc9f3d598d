package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.definition.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that are too large for a terminal: of large ones the first elements are shown, of very large ones the preview. */
class LargeValueTest {
    @TempDir
    private Path directory;

    private Console console;
    private TestFlow<Flow> flow;
    private String run;

    /** The flow class. */
    static final class Flow {
        int[] large;
        int[] veryLarge;
        String text;
    }

    @BeforeEach
    void run() {
        console = new Console(Clock.systemUTC()).in(directory);
        flow = TestFlow.of("Large", Flow.class, Flow::new)
                .artifact("large", "int[]", Codecs.INT_ARRAY, each -> each.large, (each, value) -> each.large = value)
                .artifact(
                        "veryLarge",
                        "int[]",
                        Codecs.INT_ARRAY,
                        each -> each.veryLarge,
                        (each, value) -> each.veryLarge = value)
                .artifact("text", "String", Codecs.STRING, each -> each.text, (each, value) -> each.text = value)
                .step(end("start").access(Access.nothing().mustAssign("large", "veryLarge", "text")), (each, task) -> {
                    each.large = new int[1000];
                    Arrays.setAll(each.large, index -> index);
                    each.veryLarge = new int[250_000];
                    each.text = "\ud83d\ude00".repeat(1000);
                })
                .build();
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            run = TestRun.of(flow).datastore(datastore).run().id();
        }
    }

    @Test
    void beginningOrSize() {
        assertThat(console.type(flow, "dump", "latest/start")).isEqualTo(ExitStatus.OK);

        assertThat(console.out().replaceAll("\\(\\d\\.\\d ", "(1.0 ").replaceAll("size \\d+", "size 1"))
                .isEqualTo("Large/" + run + "/start\n"
                        + "  large: int[] = [0, 1, 2, ... 997 more] (1.0 kB, whole with --max-value-size 1)\n"
                        + "  veryLarge: int[] = [" + "0, ".repeat(99)
                        + "0,... (1.0 MB, whole with --max-value-size 1)\n"
                        + "  text: String = \"" + "\ud83d\ude00".repeat(149)
                        + "... (1.0 kB, whole with --max-value-size 1)\n");
    }

    @Test
    void rawLeavesNoPartOfADamagedValue() throws IOException {
        Path blob;
        try (Stream<Path> files = Files.walk(directory.resolve("blobs"))) {
            blob = files.filter(Files::isRegularFile)
                    .max(Comparator.comparing(file -> file.toFile().length()))
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(blob);
        bytes[bytes.length - 10] ^= 1;
        Files.write(blob, bytes);
        assertThat(console.type(flow, "dump", "latest/start/veryLarge", "--head", "2"))
                .isEqualTo(ExitStatus.FAILED);
        assertThat(console.out()).doesNotContain("[0, 0]");
        assertThat(console.err()).contains("is damaged");
        Path raw = directory.resolve("raw");

        assertThat(console.type(flow, "dump", "latest/start/veryLarge", "--raw", raw.toString()))
                .isEqualTo(ExitStatus.FAILED);
        assertThat(console.err()).contains("is damaged");
        assertThat(raw).isEmptyDirectory();
    }

    @Test
    void firstElementsOfWhatIsTooLarge() {
        console.type(flow, "dump", "latest/start/veryLarge", "--head", "2");

        assertThat(console.out()).matches("(?s).*veryLarge: int\\[] = \\[0, 0] \\(the first 2 of 250000 elements\\)\n");
    }

    @Test
    void whatItSaysShowsTheWhole() {
        console.type(flow, "dump", "latest/start/large");
        String size = console.out().replaceAll("(?s).*--max-value-size (\\d+).*", "$1");
        console.type(flow, "dump", "latest/start/large", "--max-value-size", size);

        assertThat(console.out()).contains("[0, 1, 2, 3, ").endsWith(", 998, 999]\n");
    }
}
