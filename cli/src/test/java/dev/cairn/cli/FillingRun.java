package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;

import dev.cairn.codec.Codecs;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.runtime.FlowMain;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.Items;
import java.util.Random;

/** The command line of a flow whose tasks store random bytes, more than any small disk holds. */
final class FillingRun {
    private FillingRun() {}

    /** The flow class. */
    static final class Flow {
        int count;
        byte[] bytes;
    }

    /** Arguments: how many bytes each task stores, then a command. */
    public static void main(String[] arguments) {
        int size = Integer.parseInt(arguments[0]);
        String[] command = new String[arguments.length - 1];
        System.arraycopy(arguments, 1, command, 0, command.length);
        FlowMain.run(
                TestFlow.of("Filling", Flow.class, Flow::new)
                        .artifact("count", "int", Codecs.INT, flow -> flow.count, (flow, value) -> flow.count = value)
                        .artifact(
                                "bytes",
                                "byte[]",
                                Codecs.BYTE_ARRAY,
                                flow -> flow.bytes,
                                (flow, value) -> flow.bytes = value)
                        .step(
                                foreach("start", "end", "count", Items.range(), "fill")
                                        .access(Access.nothing().mustAssign("count")),
                                (flow, task) -> flow.count = 100_000)
                        .step(linear("fill", "end").access(Access.nothing().mustAssign("bytes")), (flow, task) -> {
                            flow.bytes = new byte[size];
                            new Random(task.index("count")).nextBytes(flow.bytes);
                        })
                        .step(end("end").join().access(Access.nothing()), (flow, task) -> {})
                        .build(),
                command);
    }
}
