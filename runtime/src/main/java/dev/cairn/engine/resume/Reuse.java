package dev.cairn.engine.resume;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskOrigin;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.engine.TaskUnit;
import dev.cairn.engine.resume.Routing.Ways;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.ArtifactDefinition.Kind;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.graph.FlowStructure;
import dev.cairn.runtime.values.RunArtifacts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Decides task by task whether a new run takes over what another one left: if the code of the step is the same, no parameter that it
 * reads changed, and its parents are, one for one, taken over from the parents that it had. It is asked only for tasks all of whose
 * parents were taken over. For one thread.
 */
final class Reuse {
    private final FlowDefinition<?> definition;
    private final FlowStructure structure;
    private final PresentBlobs blobs;
    private final Map<String, String> caughtInBefore; // the artifact that stored the failure of a step, by its name
    private final StepRules rules;
    private final Routing routing;
    private final boolean retryCaught;
    private final Function<TaskId, Optional<TaskRecord>> tasks;
    private final FirstCatch firstCatch;
    private final Set<TaskId> otherInputs =
            new HashSet<>(); // joins of foreaches in which another task arrived than before

    /**
     * Decides for one new run.
     *
     * @param blobs knows which values are there
     * @param tasks finds the finished tasks of the run that is resumed
     */
    Reuse(
            FlowDefinition<?> definition,
            FlowStructure structure,
            PresentBlobs blobs,
            RunRecord origin,
            StepRules rules,
            Routing routing,
            boolean retryCaught,
            Function<TaskId, Optional<TaskRecord>> tasks,
            FirstCatch firstCatch) {
        this.definition = definition;
        this.structure = structure;
        this.blobs = blobs;
        this.caughtInBefore = caughtInBefore(origin);
        this.rules = rules;
        this.routing = routing;
        this.retryCaught = retryCaught;
        this.tasks = tasks;
        this.firstCatch = firstCatch;
    }

    /**
     * What becomes of a task.
     *
     * @param taken the record to store in the new run; null if the task runs
     * @param left what the tasks that follow it inherit with another value than before
     * @param reason why it runs; null if it does not
     */
    record Decision(
            @Nullable TaskRecord taken,
            Inherited left,
            @Nullable Reason reason) {
        static Decision run(Reason reason) {
            return new Decision(null, Inherited.UNCHANGED, reason);
        }

        Reason requiredReason() {
            return Objects.requireNonNull(reason);
        }
    }

    /** For a task that is where it was before. */
    Decision decide(TaskUnit unit) {
        return decide(unit, UnaryOperator.identity(), Inherited.UNCHANGED);
    }

    /**
     * For any task.
     *
     * @param before what a task was in the run that is resumed
     * @param inherited what it starts with that has another value than before
     */
    Decision decide(TaskUnit unit, UnaryOperator<TaskId> before, Inherited inherited) {
        StepDefinition step = definition.step(unit.task().step());
        Optional<Reason> ofStep = rules.of(step.name());
        if (ofStep.isPresent()) {
            return Decision.run(ofStep.get());
        }
        Optional<TaskRecord> found = tasks.apply(before.apply(unit.task()));
        if (found.isEmpty()) {
            return Decision.run(Reason.UNFINISHED);
        }
        TaskRecord then = found.get();
        if (!isMapped(unit.parents(), then.parents(), before) || otherInputs.contains(unit.task())) {
            return Decision.run(Reason.PARENTS);
        }
        Reason caught = caught(step, then);
        if (caught != null) {
            return Decision.run(caught);
        } else if (inherited.mayBeReadBy(step, then)) {
            return Decision.run(Reason.VALUES);
        }
        Optional<Ways> ways = routing.of(then);
        if (ways.isEmpty()) {
            return Decision.run(Reason.TRANSITION);
        } else if (!blobs.hasAllOf(then)) {
            return Decision.run(Reason.LOST);
        }
        noteArrival(unit.task(), then, ways.get().next());
        Inherited left = inherited.after(step, then);
        return new Decision(clone(unit, step, then, ways.get(), left), left, null);
    }

    private static boolean isMapped(List<TaskId> now, List<TaskId> then, UnaryOperator<TaskId> before) {
        boolean same = now.size() == then.size();
        for (int i = 0; same && i < now.size(); i++) {
            same = before.apply(now.get(i)).equals(then.get(i));
        }
        return same;
    }

    private @Nullable Reason caught(StepDefinition step, TaskRecord before) {
        if (!Objects.equals(caughtInBefore(step), step.caughtIn()) && !catchesSinceThen(step)) {
            return Reason.CATCH;
        }
        return retryCaught && before.status() == TaskStatus.CAUGHT ? Reason.CAUGHT : null;
    }

    private @Nullable String caughtInBefore(StepDefinition step) {
        return caughtInBefore.get(step.name());
    }

    private static Map<String, String> caughtInBefore(RunRecord origin) {
        Map<String, String> caught = new HashMap<>();
        origin.fingerprints().forEach((step, stored) -> {
            String artifact = StepCode.parse(stored).caughtIn();
            if (artifact != null) {
                caught.put(step, artifact);
            }
        });
        return caught;
    }

    private boolean catchesSinceThen(StepDefinition step) {
        return step.caughtIn() != null && caughtInBefore(step) == null;
    }

    /** The parents of the join of a foreach do not name the tasks that arrive there; so it is noted if one had not arrived there before. */
    private void noteArrival(TaskId task, TaskRecord before, List<String> next) {
        if (next.size() == 1 && !before.next().equals(next)) {
            String follows = next.get(0);
            if (definition.step(follows).joins() && structure.splitOf(follows).fansOut()) {
                otherInputs.add(structure.following(task, follows));
            }
        }
    }

    private TaskRecord clone(TaskUnit unit, StepDefinition step, TaskRecord before, Ways ways, Inherited left) {
        return TaskRecord.builder(
                        unit.run(),
                        unit.task(),
                        unit.attempt(),
                        before.status(),
                        before.startedAt(),
                        before.finishedAt())
                .artifacts(artifacts(step, before.artifacts(), left))
                .parents(unit.parents())
                .next(ways.next())
                .fork(ways.fork())
                .failure(before.failure())
                .origin(TaskOrigin.of(before))
                .build();
    }

    /** The artifacts under the names that they have today, in the order of the flow. */
    private Map<String, ArtifactRef> artifacts(StepDefinition step, Map<String, ArtifactRef> before, Inherited left) {
        Map<String, ArtifactRef> now = new LinkedHashMap<>();
        String empty = catchesSinceThen(step) ? step.caughtIn() : null;
        for (ArtifactDefinition artifact : definition.artifacts()) {
            ArtifactRef ref = artifact.kind() == Kind.ARTIFACT ? RunArtifacts.find(before, artifact) : null;
            if (artifact.name().equals(empty)) {
                now.put(artifact.name(), firstCatch.noFailure(artifact.name()));
            } else if (left.contains(artifact.name())) {
                left.now(artifact.name()).ifPresent(passedOn -> now.put(artifact.name(), passedOn));
            } else if (ref != null) {
                now.put(artifact.name(), ref);
            }
        }
        return now;
    }
}
