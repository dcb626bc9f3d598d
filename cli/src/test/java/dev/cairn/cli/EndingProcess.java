package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;

import dev.cairn.datastore.Datastore;
import dev.cairn.engine.ProcessEnd;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.FlowMain;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A process with a run whose step does what no step should. */
final class EndingProcess {
    private static final PrintStream OUT = System.out; // not that of the task
    private static final List<byte[]> KEPT = new ArrayList<>();

    /** How many lines a step prints that is told to print. */
    static final int LINES = 20_000;

    private EndingProcess() {}

    /** The flow class. */
    static final class Flow {}

    /** Arguments: how the process is started, what the step does, and the URL of the datastore. */
    public static void main(String[] arguments) {
        String url = arguments[2];
        TestFlow<Flow> flow = TestFlow.of("Ending", Flow.class, Flow::new)
                .step(end("start"), (each, task) -> step(arguments[1]))
                .build();
        switch (arguments[0]) {
            case "main" -> FlowMain.run(flow, "run", "--datastore", url);
            case "embedded" -> embedded(flow, url, ProcessEnd.LEAVE);
            case "impatient" -> embedded(flow, url, new FlowProcess(Terminal.ofProcess()));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void embedded(TestFlow<Flow> flow, String url, ProcessEnd processEnd) {
        try (Datastore datastore = Datastore.of(url)) {
            TestRun.of(flow)
                    .datastore(datastore)
                    .patience(Duration.ofSeconds(1))
                    .processEnd(processEnd)
                    .run();
        }
    }

    private static void step(String what) throws IOException, InterruptedException {
        switch (what) {
            case "exit" -> System.exit(0);
            case "exit-with-hook" -> {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> OUT.println("the other hook ran")));
                System.exit(0);
            }
            case "exit-elsewhere" -> {
                Thread thread = new Thread(() -> System.exit(0), "bystander");
                thread.start();
                thread.join();
            }
            case "fill" -> fill();
            case "deaf" -> deaf();
            case "print" -> print();
            default -> throw new IllegalArgumentException(what);
        }
    }

    /** Keeps the heap full, whatever anybody else would need of it. */
    @SuppressWarnings("InfiniteLoopStatement")
    private static void fill() {
        OUT.println("filling");
        int size = 1 << 20;
        while (true) {
            try {
                KEPT.add(new byte[size]);
            } catch (OutOfMemoryError e) {
                size = Math.max(16, size / 2);
            }
        }
    }

    private static void print() {
        for (int i = 0; i < LINES; i++) {
            System.out.println("line " + i);
            System.err.println("error " + i);
        }
    }

    private static void deaf() throws IOException {
        OUT.println("deaf");
        while (System.in.read() >= 0) {
            continue;
        }
    }
}
