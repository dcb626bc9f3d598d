package dev.cairn.processor.rule.type;

import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.StoredType;
import dev.cairn.processor.name.GeneratedNames;

/** The types that are generated for a flow, and so do not exist while its source is read for the first time. */
public final class GeneratedTypes {
    private GeneratedTypes() {}

    /** Whether a type that could not be resolved is one of them. */
    public static boolean include(FlowModel flow, StoredType.Unresolved type) {
        String outermost = type.type().text().replaceFirst("[.<\\[].*", "");
        return new GeneratedNames(flow.flowClass())
                .topLevel().stream()
                        .anyMatch(generated -> generated.simpleName().equals(outermost));
    }
}
