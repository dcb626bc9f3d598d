package dev.cairn.engine;

import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** How another process finds a flow and its datastore: it has the same class path, and nothing else of this one. */
final class IsolatedFlows {
    private IsolatedFlows() {}

    /**
     * Makes sure that another process can run tasks of a flow.
     *
     * @return the name of the class that provides the flow
     * @throws IsolationRefusedException if it cannot
     */
    static String requirePossible(FlowDefinition<?> definition, Datastore datastore) {
        if (!Datastore.exists(datastore.url())) {
            throw new IsolationRefusedException("tasks cannot be isolated on the datastore `" + datastore.url()
                    + "`, which other processes cannot open: use one that they can, such as `file:.cairn`.");
        }
        return ServiceLoader.load(FlowProvider.class).stream()
                .filter(provider -> provides(provider, definition))
                .map(provider -> provider.type().getName())
                .findFirst()
                .orElseThrow(() -> new IsolationRefusedException("tasks of flow " + definition.name()
                        + " cannot be isolated, because other processes cannot find it: nothing on the class path provides "
                        + definition.flowClass().getName() + " as a dev.cairn.runtime.FlowProvider. In a module, add"
                        + " `provides`, as the generated class is described."));
    }

    /** Of one package, because generated code is in that of the flow; no other provider is loaded. */
    private static boolean provides(ServiceLoader.Provider<FlowProvider> provider, FlowDefinition<?> definition) {
        try {
            return provider.type().getPackage().equals(definition.flowClass().getPackage())
                    && provider.get().definition().getClass().equals(definition.getClass());
        } catch (ServiceConfigurationError e) {
            return false;
        }
    }

    /**
     * Finds a flow by the class that provides it.
     *
     * @throws IsolationRefusedException if it is not there
     */
    static FlowDefinition<?> find(String provider) {
        return ServiceLoader.load(FlowProvider.class).stream()
                .filter(each -> each.type().getName().equals(provider))
                .findFirst()
                .orElseThrow(() -> new IsolationRefusedException("tasks cannot be isolated: " + provider
                        + " is on the class path of this process only. Start it with `java -cp` or `java -p`."))
                .get()
                .definition();
    }
}
