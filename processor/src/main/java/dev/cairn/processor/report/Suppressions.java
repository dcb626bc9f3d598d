package dev.cairn.processor.report;

import java.util.List;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Finds the {@code @SuppressWarnings} that silence a warning: on the element, or on one around it. */
final class Suppressions {
    private Suppressions() {}

    /** Whether a rule is silenced at an element. */
    static boolean silence(String id, Element element) {
        for (@Nullable Element around = element; around != null; around = around.getEnclosingElement()) {
            if (silences(SuppressedNames.on(around), id)) {
                return true;
            }
        }
        return false;
    }

    private static boolean silences(List<String> names, String id) {
        return names.contains("cairn") || names.contains("cairn:" + id);
    }
}
