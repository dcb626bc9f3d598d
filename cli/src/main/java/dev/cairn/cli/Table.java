package dev.cairn.cli;

import dev.cairn.runtime.internal.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Prints rows with aligned columns. It holds a block of rows at a time, so that there may be any number of them: later blocks
 * are as wide as those before them, or wider. For one thread.
 */
final class Table implements AutoCloseable {
    private static final int BLOCK = 100;
    private static final String GAP = "  ";

    private final Terminal terminal;
    private final String indent;
    private final List<Row> block = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();
    private final Set<Integer> numbers = new HashSet<>();
    private final Map<Integer, Function<String, Style>> styles = new HashMap<>();

    private record Row(List<String> cells, boolean isHeading) {}

    Table(Terminal terminal, String indent) {
        this.terminal = terminal;
        this.indent = indent;
    }

    /** Aligns these columns to the right, as numbers are; the first is 0. */
    Table numbers(int... columns) {
        for (int column : columns) {
            numbers.add(column);
        }
        return this;
    }

    /** Shows a column in the style that its text asks for. */
    Table styled(int column, Function<String, Style> style) {
        styles.put(column, style);
        return this;
    }

    /** Adds the names of the columns. */
    void heading(String... cells) {
        add(cells, true);
    }

    /** Adds a row. */
    void row(String... cells) {
        add(cells, false);
    }

    private void add(String[] cells, boolean isHeading) {
        List<String> plain = new ArrayList<>();
        for (String cell : cells) {
            plain.add(PlainText.of(cell).replace('\t', ' '));
        }
        block.add(new Row(plain, isHeading));
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
        block.forEach(row -> widen(row.cells()));
        block.forEach(row -> terminal.painted(indent + line(row)));
        block.clear();
    }

    private String line(Row row) {
        StringBuilder line = new StringBuilder();
        int last = row.cells().size() - 1;
        while (last > 0 && row.cells().get(last).isEmpty()) {
            last--;
        }
        for (int column = 0; column <= last; column++) {
            String cell = row.cells().get(column);
            String space = " ".repeat(widths.get(column) - length(cell));
            boolean isNumber = numbers.contains(column);
            line.append(isNumber ? space : "").append(terminal.paint(style(row, column), cell));
            line.append(column == last ? "" : (isNumber ? "" : space) + GAP);
        }
        return line.toString();
    }

    private Style style(Row row, int column) {
        return row.isHeading()
                ? Style.TITLE
                : styles.getOrDefault(column, text -> Style.PLAIN)
                        .apply(row.cells().get(column));
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
