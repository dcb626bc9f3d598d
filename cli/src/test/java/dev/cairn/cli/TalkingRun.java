package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;

import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.AlarmClock;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A flow that writes on every stream; as a process, it waits in a task of a foreach until its input ends. */
final class TalkingRun {
    private TalkingRun() {}

    /** The flow class. */
    static final class Flow {
        @Nullable
        List<Integer> numbers;
    }

    static TestFlow<Flow> flow(Callable<Integer> waiting) {
        ExecutorService pool = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });
        pool.submit(() -> {});
        return TestFlow.of("Talking", Flow.class, Flow::new)
                .artifact(
                        "numbers",
                        "List<Integer>",
                        Codecs.list(Codecs.BOXED_INT),
                        flow -> flow.numbers,
                        (flow, value) -> flow.numbers = value)
                .step(
                        foreach("start", "join", "numbers", Items.iterable(Codecs.BOXED_INT), "work")
                                .access(Access.nothing().mustAssign("numbers")),
                        (flow, task) -> {
                            flow.numbers = List.of(1, 2);
                            System.out.println("hello \u001b[31m");
                            pool.submit(() -> System.err.println("from a pool")).get();
                        })
                .step(linear("work", "join").retry(Retries.of(1)).access(Access.nothing()), (flow, task) -> {
                    System.out.println("working");
                    if (task.index("numbers") == 1 && task.context().attempt() == 0) {
                        System.err.println("no luck");
                        throw new IllegalStateException("bad luck");
                    } else if (task.index("numbers") == 1) {
                        System.out.println("waiting");
                        waiting.call();
                        System.out.print("worked");
                    }
                })
                .step(
                        linear("join", "end").join().access(Access.nothing()),
                        (flow, task) -> task.context().log("joined"))
                .step(end("end").access(Access.nothing()), (flow, task) -> {
                    System.out.println("nearly done");
                    System.out.print("done");
                })
                .build();
    }

    /** Runs the flow in a datastore, one task at a time; the id of the run. */
    static String run(String url, Callable<Integer> waiting, AlarmClock clock, PrintStream out) {
        AtomicReference<String> id = new AtomicReference<>();
        try (Datastore datastore = Datastore.of(url)) {
            TestRun.of(flow(waiting))
                    .datastore(datastore)
                    .clock(clock)
                    .maxWorkers(1)
                    .outputListener((path, line) -> {})
                    .onStart(run -> {
                        id.set(run.id().toString());
                        out.println(run.id());
                    })
                    .run();
        } catch (FlowFailedException e) {
            out.println(e.getMessage());
        }
        return id.get();
    }

    /** Argument: the URL of the datastore. Writes the id of the run. */
    public static void main(String[] arguments) {
        run(arguments[0], TalkingRun::awaitEndOfInput, AlarmClock.system(), System.out);
    }

    private static int awaitEndOfInput() throws IOException {
        int read = 0;
        while (read >= 0) {
            read = System.in.read();
        }
        return read;
    }
}
