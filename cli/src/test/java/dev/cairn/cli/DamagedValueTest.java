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
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A value whose bytes were damaged on the disk: it is named, and the values beside it are shown. */
class DamagedValueTest {
    @TempDir
    private Path directory;

    private Console console;
    private TestFlow<Flow> flow;
    private String run;
    private Path file;

    /** The flow class. */
    static final class Flow {
        int[] noise;
        String text;
    }

    @BeforeEach
    void damage() throws IOException {
        console = new Console(Clock.systemUTC()).in(directory);
        flow = TestFlow.of("Damaged", Flow.class, Flow::new)
                .artifact("noise", "int[]", Codecs.INT_ARRAY, each -> each.noise, (each, value) -> each.noise = value)
                .artifact("text", "String", Codecs.STRING, each -> each.text, (each, value) -> each.text = value)
                .step(end("start").access(Access.nothing().mustAssign("noise", "text")), (each, task) -> {
                    each.noise = new Random(1).ints(50_000).toArray();
                    each.text = "sound";
                })
                .build();
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            run = TestRun.of(flow).datastore(datastore).run().id();
        }
        try (Stream<Path> files = Files.walk(directory.resolve("blobs"))) {
            file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void dumpShowsTheOthers() throws IOException {
        byte[] before = Files.readAllBytes(file);
        assertThat(console.type(flow, "dump", "latest/start")).isEqualTo(ExitStatus.FAILED);

        assertThat(console.out()).isEqualTo("Damaged/" + run + "/start\n  text: String = \"sound\"\n");
        assertThat(console.err())
                .startsWith("Damaged/" + run + "/start/noise cannot be read: the blob ")
                .contains("` is damaged: ")
                .hasLineCount(1);
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void jsonSaysSo() {
        assertThat(console.type(flow, "dump", "latest/start", "--json")).isEqualTo(ExitStatus.FAILED);

        assertThat(ParsedJson.at(console.out(), "tasks", 0, "artifacts", "noise", "unreadable"))
                .isEqualTo(true);
        assertThat(ParsedJson.at(console.out(), "tasks", 0, "artifacts", "text", "value"))
                .isEqualTo("sound");
    }

    @Test
    void aReportShowsWhatIsKeptBesideTheValue() {
        assertThat(console.type(flow, "report", "latest", "--output", "-")).isEqualTo(ExitStatus.OK);

        assertThat(console.out()).contains(">noise</th>", ">&quot;sound&quot;</code>");
    }

    @Test
    void showNeedsNoValue() {
        assertThat(console.type(flow, "show", "latest/start")).isEqualTo(ExitStatus.OK);

        assertThat(console.out()).contains("noise = (200.0 kB), text = \"sound\"");
        assertThat(console.err()).isEmpty();
    }
}
