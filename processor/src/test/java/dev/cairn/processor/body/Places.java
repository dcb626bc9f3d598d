package dev.cairn.processor.body;

import com.sun.source.tree.LineMap;
import dev.cairn.processor.body.tree.TreePosition;
import dev.cairn.processor.model.FieldAccess;
import dev.cairn.processor.model.Position;

/** Shows places as {@code line:column}, lines counted from the first member after the usual fields of a flow. */
final class Places {
    private Places() {}

    static String of(Position position) {
        TreePosition place = (TreePosition) position;
        LineMap lines = place.unit().getLineMap();
        return lines.getLineNumber(place.offset()) - Bodies.linesAbove() + ":" + lines.getColumnNumber(place.offset());
    }

    /** An access with all that is known of it, such as {@code a read at 2:5, assigned maybe}. */
    static String of(FieldAccess access) {
        StringBuilder text = new StringBuilder(access.field() + " "
                + switch (access.kind()) {
                    case READ -> "read";
                    case GUARDED -> "guarded read";
                    case UPDATE -> "update";
                    case ASSIGNMENT -> "assignment";
                });
        text.append(" at ").append(of(access.position()));
        if (access.assigned() != FieldAccess.Before.NEVER) {
            text.append(", assigned ").append(access.assigned().name().toLowerCase(java.util.Locale.ROOT));
        }
        if (access.merged() != FieldAccess.Before.NEVER) {
            text.append(", merged ").append(access.merged().name().toLowerCase(java.util.Locale.ROOT));
        }
        if (!access.through().isEmpty()) {
            text.append(", through ").append(access.through());
        }
        return access.certain() ? text.toString() : text + ", uncertain";
    }
}
