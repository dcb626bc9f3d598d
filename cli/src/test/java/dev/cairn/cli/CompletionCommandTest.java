package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Sums.Flow;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code completion}: the script, in bash. */
class CompletionCommandTest {
    @TempDir
    private Path directory;

    private final FakeClock clock = new FakeClock();
    private final TestFlow<Flow> flow = new Sums(clock).flow();
    private final Console console = new Console(clock);

    @BeforeAll
    static void requireBash() {
        Shells.require("bash");
    }

    private String completions(String script, String... words) throws IOException, InterruptedException {
        Path file = directory.resolve("completion.sh");
        Files.writeString(file, script);
        String typed = String.join(" ", words);
        String program = "source " + file + "\nCOMP_WORDS=(" + typed + ")\nCOMP_CWORD=" + (words.length - 1)
                + "\nCOMP_LINE='" + typed + "'\nCOMP_POINT=" + typed.length()
                + "\n$(complete -p sums | sed 's/.*-F \\([^ ]*\\) .*/\\1/') 2>/dev/null\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n";
        Process bash = new ProcessBuilder("bash", "-c", program)
                .redirectErrorStream(true)
                .start();
        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(output).isZero();
        return output;
    }

    @Test
    void bashCompletesCommandsAndOptions() throws IOException, InterruptedException {
        assertThat(console.type(flow, "completion", "--name", "sums")).isEqualTo(ExitStatus.OK);
        String script = console.out();

        assertThat(completions(script, "sums", "sh").lines()).containsExactly("show");
        assertThat(completions(script, "sums", "d").lines()).containsExactlyInAnyOrder("diff", "dump", "delete");
        assertThat(completions(script, "sums", "run", "--fac").lines()).containsExactly("--factor");
        assertThat(completions(script, "sums", "graph", "--format", "me").lines())
                .containsExactly("mermaid");
    }

    @Test
    void launcherCompletesFlows() throws IOException, InterruptedException {
        console.startedAs("sums").type(List.of(flow), "completion");

        assertThat(completions(console.out(), "sums", "run", "S").lines()).containsExactly("Sums");
    }

    @Test
    void programThatIsNoOneWordNeedsAName() {
        assertThat(console.startedAs("java -jar sums.jar").type(flow, "completion"))
                .isEqualTo(ExitStatus.USAGE);

        assertThat(console.err())
                .isEqualTo("A shell completes the arguments of one word, but this program is started as `java -jar"
                        + " sums.jar`. Make an alias or a script for that, and give its name with --name.\n");
        assertThat(console.out()).isEmpty();
    }
}
