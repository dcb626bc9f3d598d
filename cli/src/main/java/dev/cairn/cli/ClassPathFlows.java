package dev.cairn.cli;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the flows on the class path. */
final class ClassPathFlows {
    private ClassPathFlows() {}

    /** The flows, sorted by name; of those that cannot be loaded it says why. */
    static List<FlowDefinition<?>> find(Terminal terminal) {
        List<FlowDefinition<?>> flows = new ArrayList<>();
        ServiceLoader.load(FlowProvider.class).stream().forEach(provider -> {
            try {
                flows.add(provider.get().definition());
            } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
                terminal.error("the flow of " + provider.type().getName() + " cannot be loaded: " + e);
            }
        });
        flows.sort(Comparator.comparing(FlowDefinition::name));
        return flows;
    }

    /** Whether there is a class of this name, in a package; it is not initialised. */
    static boolean isClass(String name) {
        if (!name.contains(".")) {
            return false;
        }
        try {
            Class.forName(name, false, Thread.currentThread().getContextClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
