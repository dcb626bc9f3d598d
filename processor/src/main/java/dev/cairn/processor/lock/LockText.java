package dev.cairn.processor.lock;

import dev.cairn.processor.model.StoredDefinition.Fallback;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the text of the lock file: one line per artifact, field, constant and subtype, so that a diff shows what changed.
 *
 * <pre>
 * cairn-schemas 1
 * # ...
 *
 * flow com.acme.Training
 *     List&lt;com.acme.Config&gt; candidates
 *     double accuracy
 *
 * class com.acme.Config
 *     double learningRate
 *     int batchSize @FormerNames("size")
 *     com.acme.Optimizer optimizer @Default("SGD")
 *     removed String name
 *
 * enum com.acme.Optimizer
 *     SGD
 *     ADAM
 * </pre>
 */
final class LockText {
    static final String VERSION_LINE = "cairn-schemas ";
    static final String VERSION = "1";
    static final String INDENT = "    ";

    private static final String COMMENT = """
            # What these flows store. Cairn compares the code with it, so that old runs stay readable.
            # It is written by a build with -Acairn.lock.write=compatible, and committed with the change.
            """;

    private LockText() {}

    static String of(LockedSchemas schemas) {
        List<String> blocks = new ArrayList<>();
        schemas.flows().values().forEach(flow -> blocks.add(block(flow)));
        schemas.types().values().forEach(type -> blocks.add(block(type)));
        return VERSION_LINE + VERSION + "\n" + COMMENT
                + blocks.stream().map(block -> "\n" + block).collect(Collectors.joining());
    }

    private static String block(Block block) {
        return lines(block).stream().collect(Collectors.joining("\n", "", "\n"));
    }

    /** The lines of a block, of which the first says what it is. */
    static List<String> lines(Block block) {
        List<String> lines = new ArrayList<>();
        lines.add(block.kind().word() + " " + block.name() + formerNames(block.formerNames()));
        block.lines().forEach(line -> lines.add(INDENT + line(line)));
        return lines;
    }

    private static String line(Line line) {
        return switch (line.use()) {
            case HELD -> TypeNames.HOLDS + " " + line.name();
            case REMOVED -> TypeNames.REMOVED + " " + member(line);
            case MEMBER -> member(line);
        };
    }

    private static String member(Line line) {
        return line.type().map(type -> type + " ").orElse("")
                + line.name()
                + formerNames(line.formerNames())
                + line.fallback().map(LockText::fallback).orElse("");
    }

    private static String formerNames(List<String> names) {
        return names.isEmpty()
                ? ""
                : names.stream().map(LockText::quoted).collect(Collectors.joining(", ", " @FormerNames(", ")"));
    }

    private static String fallback(Fallback fallback) {
        return " @Default"
                + fallback.text().map(text -> "(" + quoted(text) + ")").orElse("");
    }

    /** A text as in Java; what would break the line, or the terminal of who reads the diff, is escaped. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c)) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
