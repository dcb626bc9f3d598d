package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.linear;

import dev.cairn.engine.flows.FlowShapes;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.runtime.FlowMain;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Retries;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** The generated {@code main} of a flow, in a process of its own. */
final class StepProcess {
    private static final PrintStream OUT = System.out; // not that of the task
    private static final List<byte[]> KEPT = new ArrayList<>();

    private StepProcess() {}

    /** Arguments: the name of the flow, then those of its {@code main}. */
    public static void main(String[] arguments) {
        FlowDefinition<?> flow = Stream.concat(FlowShapes.all(), Stream.of(hostile()))
                .filter(each -> each.name().equals(arguments[0]))
                .findFirst()
                .orElseThrow();
        FlowMain.run(flow, Stream.of(arguments).skip(1).toArray(String[]::new));
    }

    /** A flow whose first step does what its parameter says, at its first attempt. */
    static TestFlow<Numbers> hostile() {
        return Numbers.flow("Hostile")
                .step(linear("start", "end").retry(Retries.of(1)), (each, task) -> {
                    each.value = 3;
                    if (task.context().attempt() == 0) {
                        act(System.getenv("HOSTILE"));
                    }
                })
                .step(end("end"), (each, task) -> each.value *= 2)
                .build();
    }

    private static void act(String what) throws InterruptedException {
        switch (what) {
            case "exit" -> System.exit(0);
            case "exit-elsewhere" -> {
                Thread thread = new Thread(() -> System.exit(0));
                thread.start();
                thread.join();
            }
            case "halt" -> Runtime.getRuntime().halt(9);
            case "fill" -> fill();
            case "block" -> {
                OUT.println("blocking");
                new CountDownLatch(1).await();
            }
            default -> throw new IllegalArgumentException(what);
        }
    }

    /** Keeps the heap full, whatever anybody else would need of it. */
    @SuppressWarnings("InfiniteLoopStatement")
    private static void fill() {
        int size = 1 << 20;
        while (true) {
            try {
                KEPT.add(new byte[size]);
            } catch (OutOfMemoryError e) {
                size = Math.max(16, size / 2);
            }
        }
    }
}
