package dev.cairn.codec.internal;

import org.jspecify.annotations.Nullable;

/** How an element or key is called in the path of a message. */
public final class PathText {
    private static final int LONGEST = 40;

    private PathText() {}

    public static String of(@Nullable Object element) {
        String text;
        if (element instanceof String string) {
            text = TreeText.quoted(string);
        } else if (element == null || element.getClass().getClassLoader() == null || element instanceof Enum) {
            text = TreeText.escaped(shortened(element));
        } else {
            text = element.getClass().getSimpleName();
        }
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    private static String shortened(@Nullable Object element) {
        boolean safe = element instanceof Number
                || element instanceof Character
                || element instanceof Boolean
                || element instanceof Enum
                || element != null && element.getClass().getName().startsWith("java.time.");
        return element == null || safe
                ? String.valueOf(element)
                : element.getClass().getSimpleName();
    }
}
