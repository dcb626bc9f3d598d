package dev.cairn.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a terminal shows after it was sent some text: lines, and the sequences that move the cursor and wipe what is below it. */
final class ScreenOf {
    private static final Pattern PIECE = Pattern.compile("\u001b\\[(\\d*)([A-Z])|(.)", Pattern.DOTALL);

    private ScreenOf() {}

    /** The lines, without those that are empty at the end. */
    static List<String> text(String sent) {
        List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
        int row = 0;
        int column = 0;
        for (Matcher piece = PIECE.matcher(sent); piece.find(); ) {
            if (piece.group(3) == null) {
                switch (piece.group(2)) {
                    case "A" -> row -= Integer.parseInt(piece.group(1));
                    case "J" -> {
                        lines.get(row).setLength(column);
                        lines.subList(row + 1, lines.size()).clear();
                    }
                    default -> throw new AssertionError("unknown sequence " + piece.group());
                }
                if (row < 0) {
                    throw new AssertionError("the cursor left the screen");
                }
            } else if (piece.group(3).equals("\n")) {
                column = 0;
                row++;
                if (row == lines.size()) {
                    lines.add(new StringBuilder());
                }
            } else if (piece.group(3).equals("\r")) {
                column = 0;
            } else {
                StringBuilder line = lines.get(row);
                line.replace(column, Math.min(line.length(), column + 1), piece.group(3));
                column++;
            }
        }
        List<String> shown =
                new ArrayList<>(lines.stream().map(StringBuilder::toString).toList());
        while (!shown.isEmpty() && shown.get(shown.size() - 1).isEmpty()) {
            shown.remove(shown.size() - 1);
        }
        return shown;
    }
}
