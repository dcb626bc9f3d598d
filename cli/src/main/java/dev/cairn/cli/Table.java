package dev.cairn.cli;

import dev.cairn.runtime.internal.PlainText;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints rows with aligned columns. It holds a block of rows at a time, so that there may be any number of them: later blocks
 * are as wide as those before them, or wider. For one thread.
 */
final class Table implements AutoCloseable {
    private static final int BLOCK = 100;
    private static final String GAP = "  ";

    private final Terminal terminal;
    private final String indent;
    private final List<List<String>> block = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();

    Table(Terminal terminal, String indent) {
        this.terminal = terminal;
        this.indent = indent;
    }

    /** Adds a row. */
    void row(String... cells) {
        List<String> plain = new ArrayList<>();
        for (String cell : cells) {
            plain.add(PlainText.of(cell).replace('\t', ' '));
        }
        block.add(plain);
        if (block.size() == BLOCK) {
            print();
        }
    }

    /** Prints what was not printed yet. */
    @Override
    public void close() {
        print();
    }

    private void print() {
        block.forEach(this::widen);
        for (List<String> row : block) {
            StringBuilder line = new StringBuilder(indent);
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                line.append(cell).append(" ".repeat(widths.get(column) - length(cell)));
                line.append(GAP);
            }
            terminal.line(line.toString().stripTrailing());
        }
        block.clear();
    }

    private void widen(List<String> row) {
        for (int column = 0; column < row.size(); column++) {
            int length = length(row.get(column));
            if (column == widths.size()) {
                widths.add(length);
            } else if (widths.get(column) < length) {
                widths.set(column, length);
            }
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
