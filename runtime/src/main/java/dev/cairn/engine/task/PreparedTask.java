package dev.cairn.engine.task;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.TaskUnit;
import dev.cairn.engine.output.OutputLog;
import dev.cairn.engine.output.OutputSource;
import dev.cairn.engine.values.ReadOnlyFields;
import dev.cairn.engine.values.TaskFields;
import dev.cairn.runtime.TaskArguments;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.merge.StoredJoin;
import dev.cairn.runtime.values.StoredFiles;
import dev.cairn.runtime.values.StoredTaskFiles;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task right before its step is called: what the step works on, and what it takes to tell afterwards what it did. Used by one thread,
 * once.
 *
 * @param flow the instance
 * @param fields what was loaded into it
 * @param readOnlyFields what may not change in it
 * @param inputs the tasks that arrived; null if it is no join
 * @param arguments what the step is called with
 * @param report what it adds to the report of its run
 */
public record PreparedTask<F>(
        F flow,
        TaskFields<F> fields,
        ReadOnlyFields<F> readOnlyFields,
        @Nullable JoinInputs inputs,
        TaskArguments arguments,
        RunningTaskReport report) {
    /** The artifacts with which a task starts that is no join; none for others. */
    public static Map<String, ArtifactRef> before(RunContext<?> context, TaskUnit unit) {
        boolean joins = context.definition().step(unit.task().step()).joins();
        return joins || unit.parents().isEmpty()
                ? Map.of()
                : context.finishedTasks().get(unit.parents().get(0)).artifacts();
    }

    /**
     * Prepares an attempt.
     *
     * @param before the artifacts with which it starts
     * @param redelivered whether the same attempt may have run before, in another process
     */
    public static <F> PreparedTask<F> of(
            RunContext<F> context,
            TaskUnit unit,
            Map<String, ArtifactRef> before,
            boolean redelivered,
            OutputLog log,
            OutputSource source,
            Lifetime lifetime) {
        FlowDefinition<F> definition = context.definition();
        StepDefinition step = definition.step(unit.task().step());
        F flow = context.newFlow();
        TaskFields<F> fields = new TaskFields<>(
                definition, step, flow, before, context.values(), hasSiblings(context, unit), unit.path());
        context.sharedValues().setParameters(flow, step.access());
        fields.load();
        ReadOnlyFields<F> readOnlyFields = new ReadOnlyFields<>(definition, step, flow, context.sharedValues());
        JoinInputs inputs = step.joins() ? new JoinInputs(context, unit) : null;
        TaskCheckpoints<F> checkpoints =
                new TaskCheckpoints<>(context, unit, flow, fields, before, inputs, log, lifetime);
        checkpoints.restore(redelivered);
        RunningTaskReport report = new RunningTaskReport(context.hidden(), lifetime);
        StepArguments arguments = new StepArguments(
                unit,
                context.forks(),
                inputs == null ? null : join(context, step, flow, fields, inputs, log),
                newContext(context, unit, checkpoints, report, log, source, lifetime));
        return new PreparedTask<>(flow, fields, readOnlyFields, inputs, arguments, report);
    }

    /** Whether other tasks start with the same artifacts. */
    private static boolean hasSiblings(RunContext<?> context, TaskUnit unit) {
        if (context.definition().step(unit.task().step()).joins()
                || unit.parents().isEmpty()) {
            return false;
        }
        TaskRecord parent = context.finishedTasks().get(unit.parents().get(0));
        return parent.fork() != null || parent.next().size() > 1;
    }

    private static <F> StoredJoin join(
            RunContext<F> context,
            StepDefinition step,
            F flow,
            TaskFields<F> fields,
            JoinInputs inputs,
            OutputLog log) {
        return new StoredJoin(
                context.artifacts(), step.name(), flow, fields, inputs.split(), inputs.size(), inputs::get, log::add);
    }

    private static RunningTaskContext newContext(
            RunContext<?> context,
            TaskUnit unit,
            TaskCheckpoints<?> checkpoints,
            RunningTaskReport report,
            OutputLog log,
            OutputSource source,
            Lifetime lifetime) {
        StoredFiles files = new StoredFiles(context.datastore(), unit.flow(), unit.run());
        return new RunningTaskContext(
                unit,
                context.run(),
                context.forks(),
                context.sharedValues()::parameters,
                log,
                source,
                new StoredTaskFiles(files, (key, content) -> {
                    if (!lifetime.during(
                            () -> files.keep(key, content, context.clock().instant()))) {
                        throw new IllegalStateException(
                                "task " + unit.path() + " has ended, so it cannot store more files");
                    }
                }),
                checkpoints,
                report,
                context.datastore(),
                lifetime);
    }
}
