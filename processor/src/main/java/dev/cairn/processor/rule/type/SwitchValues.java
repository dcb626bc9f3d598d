package dev.cairn.processor.rule.type;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredDefinition;
import dev.cairn.processor.model.StoredDefinition.Enumeration;
import java.util.List;
import java.util.Optional;

/**
 * The values of an artifact among which a switch can choose.
 *
 * @param closed all of them, if they can be listed
 * @param isInt whether they are numbers
 */
record SwitchValues(Optional<List<String>> closed, boolean isInt) {
    /** The values of a type on which a switch works; empty for any other. */
    static Optional<SwitchValues> of(FlowModel flow, ArtifactModel artifact) {
        String type = artifact.type() instanceof JavaType.Declared declared
                ? declared.name().canonicalName()
                : artifact.type().toString();
        return switch (type) {
            case "boolean", "java.lang.Boolean" ->
                Optional.of(new SwitchValues(Optional.of(List.of("true", "false")), false));
            case "int", "java.lang.Integer" -> Optional.of(new SwitchValues(Optional.empty(), true));
            case "java.lang.String" -> Optional.of(new SwitchValues(Optional.empty(), false));
            default -> constants(flow, artifact.type()).map(names -> new SwitchValues(Optional.of(names), false));
        };
    }

    private static Optional<List<String>> constants(FlowModel flow, JavaType type) {
        return flow.definitions().stream()
                .filter(definition -> definition.type().equals(type) && definition instanceof Enumeration)
                .map(Enumeration.class::cast)
                .findFirst()
                .map(found -> found.constants().stream()
                        .map(StoredDefinition.Constant::name)
                        .toList());
    }

    /** Whether an artifact can have the value of a case. */
    boolean has(String value) {
        return closed.map(values -> values.contains(value)).orElse(!isInt || isCanonicalInt(value));
    }

    private static boolean isCanonicalInt(String value) {
        try {
            return Integer.toString(Integer.parseInt(value)).equals(value);
        } catch (NumberFormatException malformed) {
            return false;
        }
    }
}
