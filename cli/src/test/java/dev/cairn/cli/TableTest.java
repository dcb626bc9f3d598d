package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    private final Terminal terminal = new Terminal(stream, stream);

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        try (Table table = new Table(terminal, "> ")) {
            table.row("a", "long", "x");
            table.row("longer", "b");
            table.row("\ud83d\ude00", "", "y\tz\n");
        }

        assertThat(lines())
                .containsExactly("> a       long  x", "> longer  b", "> \ud83d\ude00             y z\\u000a");
    }

    @Test
    void noMoreThanABlockIsHeldAndLaterBlocksAreAtLeastAsWide() {
        try (Table table = new Table(terminal, "")) {
            for (int row = 0; row < 100; row++) {
                table.row("abc", "1");
            }
            assertThat(lines()).hasSize(100).containsOnly("abc  1");
            table.row("a", "2");
            assertThat(lines()).hasSize(100);
        }

        assertThat(lines()).hasSize(101).endsWith("a    2");
    }
}
