package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.linear;

import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.definition.Access;
import java.io.PrintStream;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** A process with a run that stops in its second step until its input ends, so that others can look at it meanwhile. */
final class BlockedRun {
    private static final PrintStream OUT = System.out; // not that of the task

    private BlockedRun() {}

    /** The flow class. */
    static final class Flow {
        String greeting;
        int length;
    }

    /** Argument: the URL of the datastore. Writes the id of the run as soon as its first task is durable. */
    public static void main(String[] arguments) {
        AtomicReference<RunId> id = new AtomicReference<>();
        try (Datastore datastore = Datastore.of(arguments[0])) {
            TestFlow<Flow> flow = TestFlow.of("Blocked", Flow.class, Flow::new)
                    .artifact(
                            "greeting",
                            "String",
                            Codecs.STRING,
                            each -> each.greeting,
                            (each, value) -> each.greeting = value)
                    .artifact("length", "int", Codecs.INT, each -> each.length, (each, value) -> each.length = value)
                    .step(
                            linear("start", "measure").access(Access.nothing().mustAssign("greeting")),
                            (each, task) -> each.greeting = "hello")
                    .step(
                            linear("measure", "end")
                                    .access(Access.nothing().reads("greeting").mustAssign("length")),
                            (each, task) -> {
                                datastore.runs().heartbeat(id.get(), Instant.now()); // after the commit of `start`
                                OUT.println(id.get());
                                while (System.in.read() >= 0) {
                                    continue;
                                }
                                each.length = each.greeting.length();
                            })
                    .step(end("end").access(Access.nothing()), (each, task) -> {})
                    .build();
            TestRun.of(flow)
                    .datastore(datastore)
                    .onStart(run -> id.set(run.id()))
                    .run();
        }
    }
}
