package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Sums.Flow;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last lines of {@code run}: the commands that show what it left behind, and that resume it. */
class ReadBackTest {
    @TempDir
    private Path parent;

    private final FakeClock clock = new FakeClock();
    private final TestFlow<Flow> flow = new Sums(clock).flow();
    private final Console console = new Console(clock);

    private String lastLine() {
        return line(1);
    }

    /** A line, counted from the end. */
    private String line(int fromEnd) {
        List<String> lines = console.out().lines().toList();
        return lines.get(lines.size() - fromEnd).replaceAll("[0-9]{8}T[0-9]{9}-[0-9a-z]{8}", "<id>");
    }

    @Test
    void namesTheProgramAsItWasStarted() {
        console.startedAs("java -jar samples.jar")
                .type(List.of(flow), "run", "Sums", "--datastore", "file:" + parent.resolve("store"));

        assertThat(lastLine())
                .isEqualTo("read it back: java -jar samples.jar show Sums/<id> --datastore file:"
                        + parent.resolve("store"));
    }

    @Test
    void namesTheGeneratedClassWhereNobodySaidMore() {
        console.in(parent).type(flow, "run");

        assertThat(lastLine()).isEqualTo("read it back: Sums_FlowRunner show Sums/<id> --datastore file:" + parent);
    }

    @Test
    void quotesWhatAShellWouldTakeApart() {
        console.in(parent.resolve("ada's store")).type(flow, "run");

        assertThat(lastLine())
                .isEqualTo("read it back: Sums_FlowRunner show Sums/<id> --datastore 'file:" + parent
                        + "/ada'\\''s store'");
    }

    @Test
    void showsWhatItSays() {
        console.in(parent).type(flow, "run");
        String[] command = console.out()
                .lines()
                .filter(line -> line.startsWith("read it back: "))
                .findFirst()
                .orElseThrow()
                .split(" ");

        assertThat(console.type(flow, command[4], command[5], command[6], command[7]))
                .isEqualTo(ExitStatus.OK);
        assertThat(console.out()).startsWith("run Sums/").contains("status   succeeded");
    }

    @Test
    void leadsToTheTaskThatFailed() {
        console.in(parent).type(flow, "run", "--factor", "13");

        assertThat(line(2)).isEqualTo("look into it: Sums_FlowRunner show Sums/<id>/work/2 --datastore file:" + parent);
        assertThat(lastLine()).isEqualTo("resume it: Sums_FlowRunner resume Sums/<id> --datastore file:" + parent);
    }

    @Test
    void isLeftOutWhereNoOtherProcessCanReadTheRun() {
        console.type(flow, "run", "--datastore", "memory:");

        assertThat(lastLine()).matches("run Sums/<id> succeeded in \\d+\\.\\d s");
    }

    @Test
    void usageNamesTheProgramToo() {
        console.startedAs("java -jar samples.jar").type(flow, "list", "--help");

        assertThat(console.out()).startsWith("Usage: java -jar samples.jar list [");
    }
}
