package dev.cairn.client;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.RunRecord;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two runs. Nothing is read before it is asked for, and each call reads the current state of the datastore.
 * Immutable and thread-safe.
 *
 * <p>Equal addresses are equal values. Only values with different addresses are read, by {@link ArtifactDiff#fields}, and compared part by
 * part.
 */
public final class RunDiff {
    private final Run first;
    private final Run second;

    RunDiff(Run first, Run second) {
        this.first = first;
        this.second = second;
    }

    /** {@return the run that is compared} */
    public Run first() {
        return first;
    }

    /** {@return the run that it is compared with} */
    public Run second() {
        return second;
    }

    /**
     * {@return the parameters and constants with different values, or that only one of the runs has, in the order of the flow's fields} Of
     * secret parameters no value is stored, so they are not compared.
     */
    public List<ArtifactDiff> parameters() {
        Map<String, ArtifactRef> before = first.record().artifacts();
        Map<String, ArtifactRef> after = second.record().artifacts();
        return names(before.keySet(), after.keySet()).stream()
                .filter(name -> !name.startsWith("_"))
                .filter(name -> !ArtifactDiff.areEqual(before.get(name), after.get(name)))
                .map(name -> new ArtifactDiff(
                        name, shared(first, before.get(name), name), shared(second, after.get(name), name)))
                .toList();
    }

    private static Optional<DataArtifact> shared(Run run, @Nullable ArtifactRef ref, String name) {
        return Optional.ofNullable(ref).map(stored -> DataArtifact.stored(run, null, name, stored));
    }

    /** {@return what became of the code of each step of one or both flows, in graph order} */
    public List<StepCodeDiff> code() {
        RunRecord before = first.record();
        RunRecord after = second.record();
        Set<String> steps = steps();
        Set<String> old = new LinkedHashSet<>(names(first));
        Set<String> now = new LinkedHashSet<>(names(second));
        return steps.stream()
                .map(step -> StepCodeDiff.of(
                        step,
                        old.contains(step),
                        now.contains(step),
                        before.fingerprints().get(step),
                        after.fingerprints().get(step)))
                .toList();
    }

    /** {@return the names of the steps of one or both flows, in graph order} */
    public Set<String> steps() {
        return names(names(first), names(second));
    }

    private static List<String> names(Run run) {
        return run.steps().stream().map(StepTasks::name).toList();
    }

    /** Those of the second one, and after them what only the first has. */
    private static Set<String> names(Collection<String> before, Collection<String> after) {
        Set<String> names = new LinkedHashSet<>(after);
        names.addAll(before);
        return names;
    }

    /**
     * {@return the finished tasks of a step that are different: whose artifacts have different addresses, which ended otherwise, or which
     * only one run has} A difference that a task only passed on is not reported again. Both runs are read side by side, in item order. The
     * stream is lazy; close it after use.
     *
     * @param step the name of the step, which one of the runs may not have
     */
    public Stream<TaskDiff> tasks(String step) {
        return differences(step).stream();
    }

    /**
     * {@return the same as {@link #tasks}, with the number of tasks that were compared so far} Close it after use.
     *
     * @param step the name of the step, which one of the runs may not have
     */
    public TaskDifferences differences(String step) {
        return new TaskDifferences(first, second, Objects.requireNonNull(step));
    }
}
