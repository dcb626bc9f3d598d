package dev.cairn.cli;

import dev.cairn.runtime.definition.FlowDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The flows whose code is at hand. Immutable.
 *
 * @param definitions the flows, sorted by name
 * @param own the flow whose own command line this is: its name may be left out; null in the launcher of all flows
 */
record KnownFlows(
        List<FlowDefinition<?>> definitions, @Nullable String own) {
    /** The flow whose generated code has this command line. */
    static KnownFlows of(FlowDefinition<?> definition) {
        return new KnownFlows(List.of(definition), definition.name());
    }

    /** The flows on the class path. */
    static KnownFlows of(List<FlowDefinition<?>> definitions) {
        return new KnownFlows(List.copyOf(definitions), null);
    }

    /** The flow of that name; else the one that had it before, if it is the only one. */
    Optional<FlowDefinition<?>> find(String name) {
        List<FlowDefinition<?>> renamed = new ArrayList<>();
        for (FlowDefinition<?> definition : definitions) {
            if (definition.name().equals(name)) {
                return Optional.of(definition);
            } else if (definition.formerNames().contains(name)) {
                renamed.add(definition);
            }
        }
        return renamed.size() == 1 ? Optional.of(renamed.get(0)) : Optional.empty();
    }

    List<String> names() {
        return definitions.stream().<String>map(FlowDefinition::name).toList();
    }
}
