package dev.cairn.cli;

import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.Encoded;
import dev.cairn.codec.Tree;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.internal.Encoding;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values that parameters have where nobody gives one: those of a flow that was just made. One that cannot be made has no
 * defaults to show; its run will say why.
 *
 * @param <F> the flow class
 */
final class ParameterDefaults<F> {
    /** A default is shown on a line beside other things. */
    private static final int LONGEST = 60;

    private static final int ELEMENTS = 10;

    private final FlowDefinition<F> definition;
    private final @Nullable F flow;

    ParameterDefaults(FlowDefinition<F> definition) {
        this.definition = definition;
        this.flow = newFlow(definition);
    }

    private static <F> @Nullable F newFlow(FlowDefinition<F> definition) {
        try {
            return definition.newFlow();
        } catch (RuntimeException | Error e) {
            return null;
        }
    }

    /** The default of a parameter as text; none if it has to be given, is null, or is too long to show. */
    Optional<String> text(ArtifactDefinition parameter) {
        if (flow == null || parameter.required() || parameter.secret()) {
            return Optional.empty();
        }
        Object value = definition.get(flow, definition.artifactIndex(parameter.name()));
        if (value == null) {
            return Optional.empty();
        }
        Encoded encoded = Encoding.of(parameter.codec(), value);
        Tree tree = ArtifactFormat.tree(
                encoded.bytes(), hash -> parameter.codec().schema().bytes());
        String text = value instanceof String string ? string : tree.text(ELEMENTS);
        return text.isEmpty() || text.length() > LONGEST ? Optional.empty() : Optional.of(text);
    }
}
