package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;

import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.TaskArguments;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.Items;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Consumer;

/** Runs or resumes a flow of two long tasks with many checkpoints, and says what is done before it is stored, and after it. */
final class CheckpointingProcess {
    static final int TASKS = 2;
    static final int EPOCHS = 60;

    private CheckpointingProcess() {}

    /** Arguments: URL of the datastore and, to resume a run, its id. */
    public static void main(String[] arguments) {
        try (Datastore datastore = Datastore.of(arguments[0])) {
            TestRun<Numbers> run = run(datastore, System.out::println);
            if (arguments.length == 1) {
                run.run();
            } else {
                run.resume(arguments[1]);
            }
        }
    }

    /** A run of the flow. It says the id of the run first. */
    static TestRun<Numbers> run(Datastore datastore, Consumer<String> said) {
        TestFlow<Numbers> flow = Numbers.flow("Checkpointed")
                .step(
                        foreach("start", "join", "count", Items.range(), "train")
                                .access(Access.nothing().mustAssign("count")),
                        (each, task) -> each.count = TASKS)
                .step(
                        linear("train", "join").access(Access.nothing().mustAssign("value", "numbers", "array")),
                        (each, task) -> train(each, task, said))
                .step(linear("join", "end").join().access(Access.nothing().mustAssign("numbers")), (each, task) -> {
                    each.numbers = new ArrayList<>();
                    for (int i = 0; i < task.inputs().size(); i++) {
                        Long value = (Long) task.inputs().get(i).value("value");
                        each.numbers.add(value.intValue());
                    }
                })
                .step(end("end").access(Access.nothing()), (each, task) -> {})
                .build();
        return TestRun.of(flow)
                .datastore(datastore)
                .maxWorkers(TASKS)
                .outputListener((path, line) -> {})
                .code(Map.of("start", "1", "train", "1", "join", "1", "end", "1"))
                .onStart(run -> said.accept(run.id().toString()));
    }

    private static void train(Numbers flow, TaskArguments task, Consumer<String> said) {
        if (!task.context().restored()) {
            flow.value = 0;
            flow.numbers = new ArrayList<>();
            flow.array = new int[30_000];
        }
        while (flow.value < EPOCHS) {
            String epoch = task.context().taskId() + " " + flow.value;
            said.accept("does " + epoch);
            flow.numbers.add((int) flow.value);
            flow.array[(int) flow.value] = task.index("count") + 1;
            flow.value++;
            task.context().checkpoint();
            said.accept("stored " + epoch);
        }
    }
}
