package dev.cairn.engine.resume;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.ArtifactDefinition.Kind;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.values.RunArtifacts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The artifacts with which a task starts that have another value than those with which it started in the run that is resumed, and the
 * values that they have now. Immutable.
 *
 * @param changed by name; empty if the artifact no longer exists there
 */
record Inherited(Map<String, Optional<ArtifactRef>> changed) {
    /** All are as before. */
    static final Inherited UNCHANGED = new Inherited(Map.of());

    /** For the tasks that follow one that left {@code before} then, and {@code now} now. */
    static Inherited between(
            FlowDefinition<?> definition, Map<String, ArtifactRef> before, Map<String, ArtifactRef> now) {
        Map<String, Optional<ArtifactRef>> changed = new LinkedHashMap<>();
        for (ArtifactDefinition artifact : definition.artifacts()) {
            Optional<ArtifactRef> value = Optional.ofNullable(now.get(artifact.name()));
            if (artifact.kind() == Kind.ARTIFACT
                    && !value.equals(Optional.ofNullable(RunArtifacts.find(before, artifact)))) {
                changed.put(artifact.name(), value);
            }
        }
        return changed.isEmpty() ? UNCHANGED : new Inherited(changed);
    }

    boolean isUnchanged() {
        return changed.isEmpty();
    }

    /** Whether a task, or the decision what follows it, may have depended on one of them. A join may read all that arrives. */
    boolean mayBeReadBy(StepDefinition step, TaskRecord task) {
        return !isUnchanged() && (step.joins() || isAnyReadBy(step, task));
    }

    private boolean isAnyReadBy(StepDefinition step, TaskRecord task) {
        return changed.keySet().stream().anyMatch(artifact -> mayRead(step, task, artifact));
    }

    private static boolean mayRead(StepDefinition step, TaskRecord task, String artifact) {
        Access access = step.access();
        boolean mayKeep = !isReplacedBy(step, task, artifact);
        return access.mayRead(artifact)
                || access.changes(artifact)
                || mayKeep && (access.assigns(artifact) || step.transition().dependsOn(artifact));
    }

    /** Whether a task certainly left a value of its own, whatever was there before. */
    private static boolean isReplacedBy(StepDefinition step, TaskRecord task, String artifact) {
        return artifact.equals(step.caughtIn())
                || task.status() == TaskStatus.SUCCEEDED
                        && step.access().mustAssign().contains(artifact);
    }

    /** Those that what follows a task starts with, if the task left them alone. */
    Inherited after(StepDefinition step, TaskRecord task) {
        Set<String> names = changed.keySet();
        if (isUnchanged() || names.stream().noneMatch(artifact -> isReplacedBy(step, task, artifact))) {
            return this;
        }
        Map<String, Optional<ArtifactRef>> left = new LinkedHashMap<>(changed);
        left.keySet().removeIf(artifact -> isReplacedBy(step, task, artifact));
        return left.isEmpty() ? UNCHANGED : new Inherited(left);
    }

    /** Whether one of them is passed on with the value that it has now. */
    boolean contains(String artifact) {
        return changed.containsKey(artifact);
    }

    /** The value that one of them has now. */
    Optional<ArtifactRef> now(String artifact) {
        return changed.getOrDefault(artifact, Optional.empty());
    }
}
