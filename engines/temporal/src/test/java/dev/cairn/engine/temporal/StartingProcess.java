package dev.cairn.engine.temporal;

import dev.cairn.datastore.Datastore;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import java.util.ServiceLoader;

/** Starts a run of {@code Fan} with small limits, so that what died is noticed soon, and follows it. */
final class StartingProcess {
    private StartingProcess() {}

    /** Arguments: the URL of the engine, that of the datastore, how many tasks, and how many milliseconds each takes. */
    public static void main(String[] arguments) {
        FlowDefinition<?> fan = ServiceLoader.load(FlowProvider.class).stream()
                .map(provider -> provider.get().definition())
                .filter(definition -> definition.name().equals("Fan"))
                .findFirst()
                .orElseThrow();
        try (Datastore datastore = Datastore.of(arguments[1])) {
            TestRun.of(fan)
                    .parameter("items", Integer.parseInt(arguments[2]))
                    .parameter("millis", Integer.parseInt(arguments[3]))
                    .datastore(datastore)
                    .engine(new TemporalEngine(TemporalAddress.parse(arguments[0]), TestTemporal.SMALL))
                    .onStart(run -> System.out.println("run Fan/" + run.id()))
                    .run();
            System.out.println("succeeded");
        }
        System.exit(0);
    }
}
