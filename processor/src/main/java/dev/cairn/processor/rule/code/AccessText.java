package dev.cairn.processor.rule.code;

import dev.cairn.processor.model.FieldAccess;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.rule.common.Text;

/** Words for places in the code of steps. */
final class AccessText {
    private AccessText() {}

    /** The step in which a field is used: {@code step `end`}, or {@code step `end` (through `print`)}. */
    static String where(StepModel step, FieldAccess access) {
        String where = (step.joins() ? "join " : "step ") + Text.quoted(step.name());
        return access.through().isEmpty() ? where : where + " (through " + Text.quoted(access.through()) + ")";
    }
}
