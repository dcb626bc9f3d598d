package dev.cairn.client;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.LoggerFactory;

/** The compiled flows that are known: one that was given, or all that the class path has. Thread-safe. */
final class FlowDefinitions {
    private final Map<String, FlowDefinition<?>> known = new ConcurrentHashMap<>();
    private final boolean search;
    private boolean searched; // guarded by this

    private FlowDefinitions(boolean search) {
        this.search = search;
    }

    static FlowDefinitions of(FlowDefinition<?> definition) {
        FlowDefinitions definitions = new FlowDefinitions(false);
        definitions.known.put(definition.name(), definition);
        return definitions;
    }

    static FlowDefinitions onClassPath() {
        return new FlowDefinitions(true);
    }

    static FlowDefinitions onClassPathAnd(FlowDefinition<?>... given) {
        FlowDefinitions definitions = onClassPath();
        for (FlowDefinition<?> definition : given) {
            definitions.known.put(definition.name(), definition);
        }
        return definitions;
    }

    /** The compiled flow of this name; else the one that had it before, if it is the only one. */
    Optional<FlowDefinition<?>> find(String flow) {
        FlowDefinition<?> given = known.get(flow);
        if (given == null && search) {
            search();
            given = known.get(flow);
        }
        return given == null ? findFormer(flow) : Optional.of(given);
    }

    private Optional<FlowDefinition<?>> findFormer(String flow) {
        List<FlowDefinition<?>> renamed = known.values().stream()
                .filter(definition -> definition.formerNames().contains(flow))
                .toList();
        return renamed.size() == 1 ? Optional.of(renamed.get(0)) : Optional.empty();
    }

    private synchronized void search() {
        if (!searched) {
            searched = true;
            ServiceLoader.load(FlowProvider.class).stream().forEach(this::add);
        }
    }

    /** One flow that cannot be loaded must not hide the others. */
    private void add(ServiceLoader.Provider<FlowProvider> provider) {
        try {
            FlowDefinition<?> definition = provider.get().definition();
            known.putIfAbsent(definition.name(), definition);
        } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
            LoggerFactory.getLogger(FlowDefinitions.class)
                    .warn("the flow of {} cannot be loaded", provider.type().getName(), e);
        }
    }
}
