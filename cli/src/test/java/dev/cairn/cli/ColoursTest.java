package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Colours: only on a terminal, only where the user wants them, and never from a text that is shown. */
class ColoursTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);

    @Test
    void areForTerminalsOfUsersWhoWantThem() {
        assertThat(Colours.areShown(Map.of("TERM", "xterm"), true)).isTrue();
        assertThat(Colours.areShown(Map.of("TERM", "xterm", "NO_COLOR", ""), true))
                .isTrue();
        assertThat(Colours.areShown(Map.of("TERM", "xterm"), false)).isFalse();
        assertThat(Colours.areShown(Map.of("TERM", "xterm", "NO_COLOR", "1"), true))
                .isFalse();
    }

    @Test
    void cellsArePaintedAfterTheyWereAlignedAndMadePlain() {
        Terminal terminal = new Terminal(stream, stream, true, StandardCharsets.UTF_8);
        try (Table table = new Table(terminal, "").numbers(2).styled(1, Style::ofStatus)) {
            table.heading("run", "status", "n");
            table.row("a\u001b[31m", "failed", "10");
            table.row("b", "odd", "9");
        }

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                \u001b[1mrun\u001b[0m          \u001b[1mstatus\u001b[0m   \u001b[1mn\u001b[0m
                a\\u001b[31m  \u001b[31mfailed\u001b[0m  10
                b            odd      9
                """);
    }

    @Test
    void withoutThemNothingIsPainted() {
        Terminal terminal = new Terminal(stream, stream);
        terminal.title("a \u001b[1m");

        assertThat(terminal.paint(Style.BAD, "x")).isEqualTo("x");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a \\u001b[1m\n");
    }
}
