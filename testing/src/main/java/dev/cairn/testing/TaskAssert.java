package dev.cairn.testing;

import dev.cairn.client.DataArtifact;
import dev.cairn.client.Task;
import dev.cairn.datastore.LogLine;
import dev.cairn.runtime.Failure;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/** Assertions on an attempt of a task: the one that finished, unless it comes from {@code attempts()}. */
public final class TaskAssert extends AbstractAssert<TaskAssert, Task> {
    TaskAssert(Task task) {
        super(task, TaskAssert.class);
    }

    private Task task() {
        isNotNull();
        return actual;
    }

    /**
     * The step returned.
     *
     * @return this
     */
    public TaskAssert succeeded() {
        if (!task().successful()) {
            throw failure("expected task %s to succeed, but it failed%s", actual.pathspec(), reason());
        }
        return this;
    }

    /**
     * The step failed with this exception, even if that was caught.
     *
     * @param type the class of the exception itself; a superclass of it does not match
     * @return this
     */
    public TaskAssert failedWith(Class<? extends Throwable> type) {
        String found = task().failure().map(Failure::type).orElse("");
        if (!found.equals(type.getName())) {
            throw failure(
                    "expected task %s to fail with %s, but it %s",
                    actual.pathspec(), type.getName(), found.isEmpty() ? "succeeded" : "failed" + reason());
        }
        return this;
    }

    private String reason() {
        return actual.failure()
                .map(failure -> " with " + failure.type() + ": " + failure.message())
                .orElse("");
    }

    /**
     * The task has so many ended attempts.
     *
     * @param count how many attempts ended, with whatever result; without retries it is 1
     * @return this
     */
    public TaskAssert hasAttempts(int count) {
        int found = task().attempts().size();
        if (found != count) {
            throw failure("expected task %s to have %s attempts, but it has %s", actual.pathspec(), count, found);
        }
        return this;
    }

    /**
     * An artifact, parameter or constant exists after the task.
     *
     * @param name the artifact, as a generated constant or as text
     * @return this
     */
    public TaskAssert hasArtifact(Object name) {
        if (!task().has(name.toString())) {
            throw failure(
                    "expected artifact `%s` after task %s, but there are only %s", name, actual.pathspec(), names());
        }
        return this;
    }

    /**
     * An artifact has this value after the task; arrays are compared element by element.
     *
     * @param name the artifact, as a generated constant or as text
     * @param value what the stored value must be equal to; null if null was stored
     * @return this
     */
    public TaskAssert hasArtifact(Object name, @Nullable Object value) {
        hasArtifact(name);
        Object found = actual.artifact(name.toString()).value();
        if (!Objects.deepEquals(found, value)) {
            throw failureWithActualExpected(
                    found,
                    value,
                    "expected artifact `%s` after task %s to be%n  %s%nbut it is%n  %s",
                    name,
                    actual.pathspec(),
                    text(value),
                    text(found));
        }
        return this;
    }

    private static String text(@Nullable Object value) {
        String text = Arrays.deepToString(new @Nullable Object[] {value});
        return text.substring(1, text.length() - 1);
    }

    /**
     * An artifact does not exist after the task.
     *
     * @param name the artifact, as a generated constant or as text
     * @return this
     */
    public TaskAssert doesNotHaveArtifact(Object name) {
        if (task().has(name.toString())) {
            throw failure(
                    "expected no artifact `%s` after task %s, but it is %s",
                    name, actual.pathspec(), actual.artifact(name.toString()).tree());
        }
        return this;
    }

    /**
     * The task loaded these artifacts before its step was called, and no others. Parameters and constants do not count.
     *
     * @param names the artifacts, as generated constants or as text, in any order; none if the task loaded nothing
     * @return this
     */
    public TaskAssert loaded(Object... names) {
        return requireSame("load", names, new TaskTraffic(task()).loaded());
    }

    /**
     * The task stored a version of these artifacts of its own, and of no others: the rest was passed on as it was.
     *
     * @param names the artifacts, as generated constants or as text, in any order; none if the task stored nothing
     * @return this
     */
    public TaskAssert stored(Object... names) {
        return requireSame("store", names, new TaskTraffic(task()).stored());
    }

    private TaskAssert requireSame(String what, Object[] names, Set<String> found) {
        Set<String> expected =
                Arrays.stream(names).map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
        if (!found.equals(expected)) {
            throw failureWithActualExpected(
                    found,
                    expected,
                    "expected task %s to %s %s, but it did %s",
                    actual.pathspec(),
                    what,
                    expected,
                    found);
        }
        return this;
    }

    /**
     * One of the lines that the task logged or printed is this.
     *
     * @param line the whole line, without its end
     * @return this
     */
    public TaskAssert logged(String line) {
        Assertions.assertThat(log()).as("output of task %s", actual.pathspec()).contains(line);
        return this;
    }

    private List<String> log() {
        try (Stream<LogLine> lines = task().log()) {
            return lines.map(LogLine::text).toList();
        }
    }

    private List<String> names() {
        return actual.artifacts().stream().map(DataArtifact::name).toList();
    }
}
