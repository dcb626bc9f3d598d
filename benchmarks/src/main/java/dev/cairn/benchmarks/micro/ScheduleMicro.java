package dev.cairn.benchmarks.micro;

import dev.cairn.datastore.RunId;
import dev.cairn.engine.FlowPlan;
import dev.cairn.engine.Schedule;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskFact.Ending;
import dev.cairn.engine.TaskFact.FannedOut;
import dev.cairn.engine.TaskFact.Finished;
import dev.cairn.engine.TaskUnit;
import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowGraph.Choice;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Decides what starts, task after task, from the start of a run to its end. An operation is one task: it is polled, and its end is told. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScheduleMicro {
    private static final int ELEMENTS = 100_000;
    private static final int STEPS = 1_000;
    private static final int ITERATIONS = 10_000;

    private final RunId run = RunId.next(Clock.systemUTC());
    private final FlowPlan wide = plan(List.of(
            step("start", "start", "work", "join", null),
            step("work", "linear", "join", null, null),
            step("join", "join", "end", null, null),
            step("end", "end", null, null, null)));
    private final FlowPlan chain = plan(chainOf(STEPS));
    private final FlowPlan loop = plan(List.of(
            step("start", "start", "work", null, null),
            step(
                    "work",
                    "split-switch",
                    "work",
                    null,
                    new Choice("more", Map.of("true", "work", "false", "end"), null)),
            step("end", "end", null, null, null)));

    private static GraphStep step(
            String name, String type, @Nullable String next, @Nullable String join, @Nullable Choice choice) {
        List<String> follow = next == null ? List.of() : choice == null ? List.of(next) : List.of(next, "end");
        return new GraphStep(name, type, "", follow, join == null ? null : "tasks", join, choice);
    }

    private static List<GraphStep> chainOf(int length) {
        List<GraphStep> steps = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            String type = i == 0 ? "start" : i == length - 1 ? "end" : "linear";
            steps.add(step("step" + i, type, i == length - 1 ? null : "step" + (i + 1), null, null));
        }
        return steps;
    }

    private static FlowPlan plan(List<GraphStep> steps) {
        return new FlowPlan(new FlowGraph("Micro", "", steps, List.of(), List.of()), Map.of());
    }

    /** A foreach of 100,000 elements. */
    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public int wide() {
        return run(wide, ELEMENTS + 3);
    }

    /** A chain of 1,000 steps. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public int chain() {
        return run(chain, STEPS);
    }

    /** A loop of 10,000 iterations. */
    @Benchmark
    @OperationsPerInvocation(ITERATIONS)
    public int loop() {
        return run(loop, ITERATIONS + 2);
    }

    private int run(FlowPlan plan, int expected) {
        Schedule schedule = new Schedule(plan, run);
        int tasks = 0;
        for (TaskUnit unit = schedule.poll(); unit != null; unit = schedule.poll()) {
            tasks++;
            schedule.tell(new TaskFact(
                    unit.task(), unit.attempt(), ending(plan.step(unit.task().step()), tasks)));
        }
        if (!schedule.succeeded() || tasks != expected) {
            throw new IllegalStateException(tasks + " tasks were run, not " + expected);
        }
        return tasks;
    }

    private static Ending ending(GraphStep step, int tasks) {
        if (step.fansOut()) {
            return new FannedOut(ELEMENTS);
        }
        List<String> next = step.chooses() ? List.of(tasks <= ITERATIONS ? "work" : "end") : step.next();
        return new Finished(next, false);
    }
}
