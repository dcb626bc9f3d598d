package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Sums.Flow;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code completion}: the script in an interactive zsh, in which somebody types. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CompletionInZshTest {
    private static final String TAB = "\t";

    @TempDir
    private Path directory;

    private final FakeClock clock = new FakeClock();
    private final TestFlow<Flow> flow = new Sums(clock).flow();
    private final Console console = new Console(clock);

    @BeforeAll
    static void requireZsh() {
        Shells.require("zsh");
    }

    /** The command line after some keys, for each of them. */
    private List<String> typed(String script, String... keys) throws IOException, URISyntaxException {
        Path completion = Files.writeString(directory.resolve("completion.sh"), script);
        Path typing = Path.of(Objects.requireNonNull(getClass().getResource("/type-in-zsh.zsh"))
                .toURI());
        List<String> command = new ArrayList<>(List.of("zsh", "-f", typing.toString(), completion.toString()));
        command.addAll(List.of(keys));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("HOME", directory.toString());
        builder.environment().put("ZDOTDIR", directory.toString());
        builder.environment().put("TERM", "xterm");
        byte[] lines = builder.start().getInputStream().readAllBytes();
        return new String(lines, StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void commandsOptionsAndTheirValuesAreCompleted() throws IOException, URISyntaxException {
        assertThat(console.type(flow, "completion", "--name", "sums")).isEqualTo(ExitStatus.OK);

        assertThat(typed(
                        console.out(),
                        "sums sh" + TAB,
                        "sums run --fac" + TAB,
                        "sums graph --format me" + TAB,
                        "sums zzz" + TAB))
                .containsExactly("sums show ", "sums run --factor ", "sums graph --format mermaid ", "sums zzz");
    }

    @Test
    void whatIsNotClearIsCompletedAsFarAsItIs() throws IOException, URISyntaxException {
        console.type(flow, "completion", "--name", "sums");

        assertThat(typed(console.out(), "sums d" + TAB, "sums de" + TAB, "sums re" + TAB + "po" + TAB))
                .containsExactly("sums d", "sums delete ", "sums report ");
    }

    @Test
    void launcherCompletesFlows() throws IOException, URISyntaxException {
        console.startedAs("sums").type(List.of(flow), "completion");

        assertThat(typed(console.out(), "sums run S" + TAB, "sums resume Sums --fac" + TAB))
                .containsExactly("sums run Sums ", "sums resume Sums --factor ");
    }

    @Test
    void filesAreCompletedWhereAFileIsMeant() throws IOException, URISyntaxException {
        Files.createFile(directory.resolve("parameters.json"));
        console.type(flow, "completion", "--name", "sums");

        assertThat(typed(console.out(), "sums run --params para" + TAB))
                .containsExactly("sums run --params parameters.json ");
    }
}
