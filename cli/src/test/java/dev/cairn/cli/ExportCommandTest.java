package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Sums.Flow;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code export} and {@code import}: what they print and do. */
class ExportCommandTest {
    @TempDir
    private Path parent;

    private Path directory;
    private Path other;
    private String file;
    private final FakeClock clock = new FakeClock();
    private final Sums sums = new Sums(clock);
    private final TestFlow<Flow> flow = sums.flow();
    private Console console;
    private String first;
    private String second;

    @BeforeEach
    void runTwice() {
        directory = parent.resolve("store");
        other = parent.resolve("other");
        file = parent.resolve("runs.tar.zst").toString();
        console = new Console(clock).in(directory);
        first = sums.run(directory, 2);
        second = sums.run(directory, 13);
    }

    private int intoOther(String... options) {
        String[] arguments = new String[4 + options.length];
        System.arraycopy(new String[] {"import", file, "--datastore", "file:" + other}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        return console.type(flow, arguments);
    }

    @Test
    void runsGoFromOneStoreToAnother() throws IOException {
        assertThat(console.type(flow, "export", first, "Sums/" + second, "--to", file))
                .isEqualTo(ExitStatus.OK);
        assertThat(console.out())
                .matches("Exported run Sums/" + first + "\\.\nExported run Sums/" + second
                        + "\\.\nWrote 1[0-9] attempts and [0-9]+ values \\([0-9.]+ kB\\) to \\Q" + file
                        + "\\E \\([0-9.]+ kB\\)\\.\n");

        assertThat(intoOther()).isEqualTo(ExitStatus.OK);
        assertThat(console.out())
                .isEqualTo("Imported run Sums/" + first + " into file:" + other + ".\nImported run Sums/" + second
                        + " into file:" + other + ".\n");
        assertThat(intoOther()).isEqualTo(ExitStatus.OK);
        assertThat(console.out())
                .isEqualTo("Run Sums/" + first + " is in file:" + other + " already, and is the same.\nRun Sums/"
                        + second + " is in file:" + other + " already, and is the same.\n");

        console.type(flow, "show", second);
        String shown = console.out();
        console.type(flow, "show", second, "--datastore", "file:" + other);
        assertThat(console.out()).isEqualTo(shown);
        assertThat(console.type(flow, "verify", "--datastore", "file:" + other)).isEqualTo(ExitStatus.OK);
    }

    @Test
    void asJson() {
        assertThat(console.type(flow, "export", first, "--to", file, "--json")).isEqualTo(ExitStatus.OK);
        assertThat(ParsedJson.at(console.out(), "runs")).isEqualTo(List.of("Sums/" + first));
        assertThat(ParsedJson.at(console.out(), "file")).isEqualTo(file);
        assertThat(ParsedJson.at(console.out(), "datastore")).isEqualTo("file:" + directory);

        assertThat(intoOther("--json", "--trust")).isEqualTo(ExitStatus.OK);
        assertThat(ParsedJson.at(console.out(), "imported")).isEqualTo(List.of("Sums/" + first));
        assertThat(ParsedJson.at(console.out(), "present")).isEqualTo(List.of());
        assertThat(ParsedJson.at(console.out(), "datastore")).isEqualTo("file:" + other);
    }

    @Test
    void wrongUsage() {
        assertThat(console.type(flow, "export", first)).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .startsWith("Nothing says which file to write. Give --to, such as `--to runs.tar.zst`.\n");
        assertThat(console.type(flow, "export", first + "/start", "--to", file)).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).startsWith("`" + first + "/start` does not name a run.\n");
        assertThat(console.type(flow, "import")).isEqualTo(ExitStatus.USAGE);
        assertThat(Path.of(file)).doesNotExist();
    }

    @Test
    void whatIsRefused() throws IOException {
        Files.writeString(Path.of(file), "no export");
        assertThat(console.type(flow, "export", first, "--to", file)).isEqualTo(ExitStatus.FAILED);
        assertThat(console.err()).isEqualTo("`" + file + "` exists already. Name another file.\n");
        assertThat(intoOther()).isEqualTo(ExitStatus.FAILED);
        assertThat(console.err())
                .startsWith("`" + file + "` cannot be imported: it is cut off, or is not an export (")
                .endsWith("). Nothing of it was imported.\n");
        assertThat(console.type(flow, "import", file + "2", "--datastore", "file:" + other))
                .isEqualTo(ExitStatus.FAILED);
        assertThat(console.err())
                .isEqualTo("`" + file + "2` cannot be imported: there is no such file. Nothing of it was imported.\n");
    }
}
