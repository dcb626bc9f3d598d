package dev.cairn.processor;

import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What a compiler says, as it would stand on the screen.
 *
 * @param file the name of the file, without its directory; empty if it is about none
 * @param kind {@code error}, {@code warning} or {@code note}
 * @param text all lines of it; those after the first as Cairn indents them
 */
public record Message(String file, long line, long column, String kind, String text) {
    public static Message of(Diagnostic<? extends JavaFileObject> diagnostic) {
        String name =
                diagnostic.getSource() == null ? "" : diagnostic.getSource().getName();
        return new Message(
                name.substring(name.lastIndexOf('/') + 1),
                diagnostic.getLineNumber(),
                diagnostic.getColumnNumber(),
                diagnostic.getKind().name().toLowerCase(Locale.ROOT).replace("mandatory_", ""),
                diagnostic.getMessage(Locale.ROOT).replace("\n    ", "\n  "));
    }

    /** Whether Cairn says it, not the compiler itself. */
    boolean isOfCairn() {
        return text.startsWith("[cairn:");
    }

    /** The id of the rule. */
    String id() {
        return text.substring("[cairn:".length(), text.indexOf(']'));
    }
}
