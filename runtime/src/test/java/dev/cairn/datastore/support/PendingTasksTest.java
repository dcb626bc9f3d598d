package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Attempts that this process has committed, while they are on their way. */
class PendingTasksTest {
    private static final RunId BEFORE = new RunId("20261122T101112131-k3f9x2dq");
    private static final RunId RUN = new RunId("20261123T211357042-k3f9x2dq");
    private static final RunId AFTER = new RunId("20261124T000000000-k3f9x2dq");

    private final PendingTasks tasks = new PendingTasks();

    private TaskRecord added(RunId run, String task, int attempt, TaskStatus status) {
        TaskRecord record = Example.attempt(run, task, attempt, status);
        tasks.add(record);
        return record;
    }

    private TaskRecord added(RunId run, String task) {
        return added(run, task, 0, TaskStatus.SUCCEEDED);
    }

    private List<TaskRecord> find(String task) {
        return tasks.find(RUN, TaskId.parse(task));
    }

    @Test
    void areFoundInTheOrderOfTheCommitsUntilEachIsForgotten() {
        TaskRecord first = added(RUN, "train/3", 0, TaskStatus.FAILED);
        TaskRecord second = added(RUN, "train/3", 1, TaskStatus.FAILED);
        TaskRecord third = added(RUN, "train/3", 2, TaskStatus.SUCCEEDED);
        assertThat(find("train/3")).containsExactly(first, second, third);
        assertThat(find("train/4")).isEmpty();
        assertThat(tasks.find(AFTER, TaskId.parse("train/3"))).isEmpty();

        tasks.remove(second);
        assertThat(find("train/3")).containsExactly(first, third);
        tasks.remove(first);
        tasks.remove(first); // another one than that which is left
        assertThat(find("train/3")).containsExactly(third);
        tasks.remove(third);
        assertThat(find("train/3")).isEmpty();
        assertThat(tasks.hasAny(RUN)).isFalse();
    }

    @Test
    void oneThatWasAddedTwiceIsForgottenAsAWhole() {
        TaskRecord twice = added(RUN, "train");
        tasks.add(twice);

        tasks.remove(twice);

        assertThat(tasks.hasAny(RUN)).isFalse();
    }

    @Test
    void areOfTheirRunOnly() {
        added(BEFORE, "train");
        added(AFTER, "a");
        assertThat(tasks.hasAny(RUN)).isFalse();
        assertThat(tasks.hasAny(BEFORE)).isTrue();
        assertThat(tasks.hasAny(AFTER)).isTrue();

        added(RUN, "A");
        assertThat(tasks.hasAny(RUN)).isTrue();
    }

    @Test
    void theLastIsTheFinishedOneThatComesLastInItemOrder() {
        TaskRecord second = added(RUN, "train/2");
        TaskRecord nested = added(RUN, "train/2/1");
        added(RUN, "train/3", 0, TaskStatus.FAILED);
        TaskRecord other = added(RUN, "score/7");
        added(BEFORE, "train/8");
        added(AFTER, "train/9");

        assertThat(last("train")).isSameAs(nested);
        assertThat(last("train/2")).isSameAs(nested);
        assertThat(last("score")).isSameAs(other);
        assertThat(last("train/1")).isNull();
        assertThat(last("train/3")).isNull();
        assertThat(last("tra")).isNull();

        tasks.remove(nested);
        assertThat(last("train")).isSameAs(second);
        TaskRecord retried = added(RUN, "train/3", 1, TaskStatus.CAUGHT);
        assertThat(last("train")).isSameAs(retried);
    }

    private @Nullable TaskRecord last(String task) {
        TaskId id = TaskId.parse(task);
        List<Coordinate> position = id.position();
        return tasks.last(RUN, id.step(), position).orElse(null);
    }

    @Test
    void ofWhatIsStoredTooThoseThatLoseAreLeftOut() {
        TaskRecord first = Example.attempt(RUN, "train", 0, TaskStatus.FAILED);
        TaskRecord second = Example.attempt(RUN, "train", 1, TaskStatus.FAILED);
        TaskRecord third = Example.attempt(RUN, "train", 2, TaskStatus.SUCCEEDED);
        TaskRecord fourth = Example.attempt(RUN, "train", 3, TaskStatus.SUCCEEDED);

        assertThat(PendingTasks.merge(List.of(first), List.of(first, second))).containsExactly(first, second);
        assertThat(PendingTasks.merge(List.of(second), List.of(first, third, fourth)))
                .containsExactly(second, third);
        assertThat(PendingTasks.merge(List.of(), List.of())).isEmpty();
    }
}
