package dev.cairn.datastore.tck;

import static dev.cairn.datastore.tck.Example.attempt;
import static dev.cairn.datastore.tck.Example.commit;
import static dev.cairn.datastore.tck.Example.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.AttemptPages;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.EndedAttempt;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.StepCount;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link Runs#tasks} promises. */
interface TaskListingConformance extends StoreUnderTest {
    private List<String> tasks(RunId run, String step) {
        return Example.all(runs().tasks(run, step).map(record -> record.task().toString()));
    }

    private void commitShuffled(RunId run, List<String> tasks) {
        List<String> shuffled = new ArrayList<>(tasks);
        Collections.shuffle(shuffled, new Random(1));
        shuffled.forEach(task -> submit(commit(task(run, task))));
    }

    @Test
    @Promise("Runs.tasks lists the tasks of a step in item order, which is numeric")
    default void tasksComeInTheOrderOfTheirNumbers() {
        RunId run = newRun();
        List<String> expected = Stream.of(
                        0, 1, 2, 9, 10, 11, 99, 100, 255, 256, 65_535, 65_536, 16_777_216, Integer.MAX_VALUE)
                .map(index -> "train/" + index)
                .toList();
        commitShuffled(run, expected);

        assertThat(tasks(run, "train")).isEqualTo(expected);
    }

    @Test
    @Promise("Runs.tasks sorts the tasks inside foreaches and loops by the outer position first")
    default void tasksInNestedForeachesAndLoopsComeOuterFirst() {
        RunId run = newRun();
        List<String> expected = List.of(
                "score/2#0/0",
                "score/2#0/1",
                "score/2#1/0",
                "score/2#2/300",
                "score/2#10/0",
                "score/10#0/0",
                "score/10#0/2",
                "score/10#0/10");
        commitShuffled(run, expected);

        assertThat(tasks(run, "score")).isEqualTo(expected);
    }

    @Test
    @Promise("Runs.tasks lists only the tasks of the step with exactly this name")
    default void tasksOfOtherStepsWithNamesAlikeDoNotShow() {
        RunId run = newRun();
        commitShuffled(run, List.of("a", "aa", "A", "b", "a$"));

        assertThat(tasks(run, "a")).containsExactly("a");
        assertThat(tasks(run, "c")).isEmpty();
    }

    @Test
    @Promise("Runs.tasks lists only finished attempts")
    default void onlyFinishedAttemptsShow() {
        RunId run = newRun();
        submit(commit(attempt(run, "train/0", 0, TaskStatus.FAILED)));
        submit(commit(attempt(run, "train/1", 0, TaskStatus.FAILED)));
        TaskRecord retried = attempt(run, "train/1", 1, TaskStatus.SUCCEEDED);
        submit(commit(retried));
        TaskRecord caught = attempt(run, "train/2", 0, TaskStatus.CAUGHT);
        submit(commit(caught));

        assertThat(Example.all(runs().tasks(run, "train"))).containsExactly(retried, caught);
    }

    @Test
    @Promise("Runs.tasks returns pages in item order that can start at any number")
    default void tasksAreFoundByTheirNumber() {
        RunId run = newRun();
        List<String> dense =
                IntStream.range(0, 1000).mapToObj(i -> "train/" + i).toList();
        List<String> sparse =
                IntStream.range(0, 1000).mapToObj(i -> "test/" + 3 * i).toList();
        List<String> nested = IntStream.range(0, 1000)
                .mapToObj(i -> "score/" + i / 10 + "/" + i % 10)
                .toList();
        List<String> all = new ArrayList<>(dense);
        all.addAll(sparse);
        all.addAll(nested);
        submit(commit(attempt(run, "test/0", 0, TaskStatus.FAILED)));
        submit(commit(attempt(run, "test/3000", 0, TaskStatus.FAILED)));
        all.remove("test/0");
        commitShuffled(run, all);
        submit(commit(attempt(run, "test/0", 1, TaskStatus.SUCCEEDED)));

        for (List<String> step : List.of(dense, sparse, nested)) {
            String name = TaskId.parse(step.get(0)).step();
            for (int from : new int[] {0, 1, 255, 256, 990, 999, 1000, 2000}) {
                assertThat(runs().tasks(run, name, from, 20))
                        .extracting(record -> record.task().toString())
                        .isEqualTo(step.subList(Math.min(from, 1000), Math.min(from + 20, 1000)));
            }
        }
        assertThat(runs().tasks(run, "none", 0, 20)).isEmpty();
        assertThat(runs().tasks(Example.run("Other").id(), "train", 0, 20)).isEmpty();
    }

    @Test
    @Promise("Runs.tasks returns pages in item order that can start at any position, whether a task has it or not")
    default void tasksAreFoundFromAPositionOn() {
        RunId run = newRun();
        commitShuffled(
                run,
                List.of(
                        "train/0",
                        "train/9",
                        "train/10",
                        "train/300",
                        "score/2/0",
                        "score/2/1#0",
                        "score/2/1#1",
                        "score/10/0",
                        "end"));
        submit(commit(attempt(run, "train/11", 0, TaskStatus.FAILED)));

        assertThat(tasksFrom(run, "train", 10)).containsExactly("train/0", "train/9", "train/10", "train/300");
        assertThat(tasksFrom(run, "train/9", 2)).containsExactly("train/9", "train/10");
        assertThat(tasksFrom(run, "train/11", 2)).containsExactly("train/300");
        assertThat(tasksFrom(run, "train/301", 2)).isEmpty();
        assertThat(tasksFrom(run, "score/2/1", 2)).containsExactly("score/2/1#0", "score/2/1#1");
        assertThat(tasksFrom(run, "score/2/2", 9)).containsExactly("score/10/0");
        assertThat(tasksFrom(run, "end", 9)).containsExactly("end");
        assertThat(tasksFrom(run, "train", 0)).isEmpty();
        assertThat(tasksFrom(run, "none", 9)).isEmpty();
        assertThat(tasksFrom(Example.run("Other").id(), "train", 9)).isEmpty();
    }

    @Test
    @Promise("Runs.tasks returns pages in item order that can start at any position")
    default void tasksAreFoundByTheirPosition() {
        RunId run = newRun();
        List<String> all = new ArrayList<>();
        for (int outer = 0; outer < 30; outer++) {
            for (int inner = 0; inner < 20; inner++) {
                all.add("score/" + 2 * outer + "/" + inner + "#0");
                all.add("score/" + 2 * outer + "/" + inner + "#1");
            }
        }
        commitShuffled(run, all);
        submit(commit(attempt(run, "score/60/0#0", 0, TaskStatus.FAILED)));
        commitShuffled(run, List.of("scorer/10"));

        assertThat(tasksFrom(run, "score", 50)).isEqualTo(all.subList(0, 50));
        assertThat(tasksFrom(run, "score/2", 50)).isEqualTo(all.subList(40, 90));
        assertThat(tasksFrom(run, "score/3", 50)).isEqualTo(all.subList(80, 130));
        assertThat(tasksFrom(run, "score/4/19", 50)).isEqualTo(all.subList(118, 168));
        assertThat(tasksFrom(run, "score/4/19#1", 50)).isEqualTo(all.subList(119, 169));
        assertThat(tasksFrom(run, "score/58/10", 50)).isEqualTo(all.subList(1180, 1200));
        assertThat(tasksFrom(run, "score/60", 50)).isEmpty();
        assertThat(tasksFrom(run, "none", 50)).isEmpty();
        assertThat(tasksFrom(Example.run("Other").id(), "score", 50)).isEmpty();
    }

    private List<String> tasksFrom(RunId run, String first, int limit) {
        TaskId task = TaskId.parse(first);
        return runs().tasks(run, task.step(), task.position(), limit).stream()
                .map(record -> record.task().toString())
                .toList();
    }

    @Test
    @Promise("Runs.counts counts the attempts of each step by how they ended")
    default void attemptsAreCountedByStepAndEnd() {
        RunId run = newRun();
        assertThat(runs().counts(run)).isEmpty();
        for (int i = 0; i < 700; i++) {
            submit(commit(attempt(run, "train/" + i, 0, TaskStatus.FAILED)));
            submit(commit(attempt(run, "train/" + i, 1, TaskStatus.values()[i % 7 == 0 ? 1 : 0])));
        }
        submit(commit(attempt(run, "train/0", 2, TaskStatus.SUCCEEDED))); // lost: it has finished

        assertThat(runs().counts(run))
                .containsExactlyInAnyOrder(
                        new StepCount("train", TaskStatus.SUCCEEDED, 600, Example.NOW, Example.NOW.plusMillis(3)),
                        new StepCount("train", TaskStatus.CAUGHT, 100, Example.NOW, Example.NOW.plusMillis(3)),
                        new StepCount("train", TaskStatus.FAILED, 700, Example.NOW, Example.NOW.plusMillis(3)));
        runs().delete(run);
        assertThat(runs().counts(run)).isEmpty();
    }

    @Test
    @Promise("Runs.tasks lists every task of a step once")
    default void manyTasksAreListedWhole() {
        RunId run = newRun();
        List<String> expected =
                IntStream.range(0, 3000).mapToObj(i -> "train/" + i).toList();
        commitShuffled(run, expected);

        assertThat(tasks(run, "train")).isEqualTo(expected);
        assertThat(runs().attempts(run).count()).isEqualTo(3000);
    }

    @Test
    @Promise("Runs.tasks is lazy: it sees what is stored when it gets there")
    default void aListMayBeReadWhileTasksAreCommitted() {
        RunId run = newRun();
        commitShuffled(run, IntStream.range(0, 1000).mapToObj(i -> "train/" + i).toList());

        try (Stream<TaskRecord> tasks = runs().tasks(run, "train")) {
            List<String> seen = new ArrayList<>();
            tasks.limit(5000).forEach(record -> {
                seen.add(record.task().toString());
                if (seen.size() == 10) {
                    runs().commit(commit(task(run, "train/2000"))).join();
                }
            });
            assertThat(seen).hasSize(1001).endsWith("train/999", "train/2000");
        }
    }

    private void assertLast(RunId run, String step, String start, @Nullable String expected) {
        List<Coordinate> position = TaskId.parse(step + start).position();
        assertThat(runs().lastTask(run, step, position)
                        .map(record -> record.task().toString()))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    @Promise("Runs.lastTask finds the last task, in item order, whose position starts with the given one")
    default void theLastTaskIsTheLastOfThoseWhosePositionBeginsSo() {
        RunId run = newRun();
        commitShuffled(
                run,
                List.of(
                        "a",
                        "refine#0",
                        "refine#9",
                        "refine#10",
                        "score/2#3/7",
                        "score/2#3/12",
                        "score/2#255/0",
                        "score/2#256",
                        "score/3#0/1",
                        "score/10#0/1",
                        "zeta#99"));

        assertLast(run, "a", "", "a");
        assertLast(run, "refine", "", "refine#10");
        assertLast(run, "refine", "#9", "refine#9");
        assertLast(run, "score", "", "score/10#0/1");
        assertLast(run, "score", "[2]", "score/2#256");
        assertLast(run, "score", "[2]#3", "score/2#3/12");
        assertLast(run, "score", "[2]#255", "score/2#255/0");
        assertLast(run, "score", "[3]", "score/3#0/1");
        assertLast(run, "score", "[1]", null);
        assertLast(run, "refine", "#1", null);
        assertLast(run, "other", "", null);
    }

    @Test
    @Promise("Runs.lastTask finds only finished attempts")
    default void theLastTaskIsOneThatFinished() {
        RunId run = newRun();
        submit(commit(task(run, "refine#0")));
        submit(commit(attempt(run, "refine#1", 0, TaskStatus.FAILED)));
        assertLast(run, "refine", "", "refine#0");

        TaskRecord retried = attempt(run, "refine#1", 1, TaskStatus.CAUGHT);
        submit(commit(retried));
        assertThat(runs().lastTask(run, "refine", List.of())).contains(retried);
        assertThat(runs().lastTask(newRun(), "refine", List.of())).isEmpty();
    }

    @Test
    @Promise("Runs.lastTask finds a task whether it is durable yet or not")
    default void theLastTaskIsFoundWhetherItIsDurableYetOrNot() {
        RunId run = newRun();
        for (int iteration = 0; iteration < 300; iteration++) {
            CompletableFuture<CommitResult> commit = runs().commit(commit(task(run, "refine#" + iteration)));
            assertLast(run, "refine", "", "refine#" + iteration);
            if (iteration % 7 == 0) {
                commit.join();
                assertLast(run, "refine", "", "refine#" + iteration);
            }
        }
    }

    @Test
    @Promise("Runs.counts says when the first attempt started and the last one ended")
    default void countsSpanTheTimesOfTheAttempts() {
        RunId run = newRun();
        for (int i : new int[] {5, 0, 9, 3}) {
            TaskRecord record = task(run, "train/" + i);
            submit(commit(new TaskRecord(
                    run,
                    record.task(),
                    0,
                    record.status(),
                    Example.NOW.plusNanos(i),
                    Example.NOW.plusSeconds(100 - i),
                    record.artifacts(),
                    record.parents(),
                    record.next(),
                    null,
                    null,
                    null)));
        }

        assertThat(runs().counts(run))
                .containsExactly(
                        new StepCount("train", TaskStatus.SUCCEEDED, 4, Example.NOW, Example.NOW.plusSeconds(100)));
    }

    @Test
    @Promise(
            "Runs.tasks returns pages that together are the list, even with failures in between, and none beyond its end")
    default void pagesTogetherAreTheList() {
        RunId run = newRun();
        for (int i = 0; i < 700; i++) {
            if (i % 3 == 0) {
                submit(commit(attempt(run, "train/" + i, 0, TaskStatus.FAILED)));
            }
            if (i % 5 != 0) {
                submit(commit(attempt(run, "train/" + i, 1, TaskStatus.SUCCEEDED)));
            }
        }
        List<TaskRecord> list = Example.all(runs().tasks(run, "train"));
        assertThat(list).hasSize(560);

        for (int size : new int[] {1000, 256, 99}) {
            List<TaskRecord> pages = new ArrayList<>();
            for (int from = 0; from < 560; from += size) {
                pages.addAll(runs().tasks(run, "train", from, size));
            }
            assertThat(pages).as("pages of %s", size).isEqualTo(list);
        }
        assertThat(runs().tasks(run, "train", 100, 0)).isEmpty();
        assertThat(runs().tasks(run, "train", 560, 10)).isEmpty();
        assertThat(runs().tasks(run, "train", Integer.MAX_VALUE + 1L, 10)).isEmpty();
    }

    @Test
    @Promise("Runs.attempts is lazy: it sees what is stored when it gets there, and may be closed before its end")
    default void attemptsMayBeReadWhileTasksAreCommitted() {
        RunId run = newRun();
        commitShuffled(run, IntStream.range(0, 1000).mapToObj(i -> "train/" + i).toList());

        try (Stream<TaskRecord> attempts = runs().attempts(run)) {
            List<TaskRecord> seen = new ArrayList<>();
            attempts.limit(5000).forEach(record -> {
                seen.add(record);
                if (seen.size() == 10) {
                    runs().commit(commit(task(run, "other"))).join();
                }
            });
            assertThat(seen).hasSize(1001).endsWith(task(run, "other"));
        }
        try (Stream<TaskRecord> attempts = runs().attempts(run)) {
            assertThat(attempts.findFirst()).isPresent();
        }
    }

    @Test
    @Promise("Runs.attemptPages returns each attempt once, in the order of the commits, and then those that follow")
    default void whoFollowsARunSeesEachAttemptOnce() {
        RunId run = newRun();
        AttemptPages pages = runs().attemptPages(run);
        assertThat(pages.next()).isEmpty();

        List<String> expected = new ArrayList<>();
        for (int i = 699; i >= 0; i--) {
            expected.add("train/" + i);
        }
        expected.forEach(task -> submit(commit(task(run, task))));
        assertThat(followed(pages)).isEqualTo(expected);

        submit(commit(attempt(run, "score", 0, TaskStatus.FAILED)));
        submit(commit(task(newRun(), "start")));
        submit(commit(attempt(run, "score", 1, TaskStatus.SUCCEEDED)));
        assertThat(followed(pages)).containsExactly("score", "score");
        assertThat(pages.next()).isEmpty();
    }

    private static List<String> followed(AttemptPages pages) {
        List<String> tasks = new ArrayList<>();
        for (List<EndedAttempt> page = pages.next(); !page.isEmpty(); page = pages.next()) {
            page.forEach(ended -> tasks.add(ended.task().toString()));
        }
        return tasks;
    }
}
