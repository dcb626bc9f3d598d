package dev.cairn.datastore.tck;

import static dev.cairn.datastore.CommitResult.COMMITTED;
import static dev.cairn.datastore.CommitResult.LOST;
import static dev.cairn.datastore.TaskStatus.CAUGHT;
import static dev.cairn.datastore.TaskStatus.FAILED;
import static dev.cairn.datastore.TaskStatus.SUCCEEDED;
import static dev.cairn.datastore.tck.Example.NOW;
import static dev.cairn.datastore.tck.Example.attempt;
import static dev.cairn.datastore.tck.Example.commit;
import static dev.cairn.datastore.tck.Example.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.StepCount;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskOrigin;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What {@link Runs#commit} promises. */
interface CommitConformance extends StoreUnderTest {
    @Test
    @Promise("Runs.commit stores every part of a record")
    default void aTaskIsReadBackAsItWasCommitted() {
        RunId run = newRun();
        BlobInfo blob = blobs().put(new byte[] {1, 2, 3});
        TaskRecord record = Example.fullRecord(run, blob);

        assertThat(committed(record)).isEqualTo(COMMITTED);

        TaskRecord found = runs().task(run, record.task()).orElseThrow();
        assertThat(found).usingRecursiveComparison().isEqualTo(record);
        assertThat(List.copyOf(found.artifacts().keySet())).containsExactly("zeta", "alpha", "count");
    }

    @Test
    @Promise("Runs returns the origin of a task that was taken over from another run wherever it returns the task")
    default void aTaskThatWasTakenOverKeepsItsOrigin() {
        RunId run = newRun();
        TaskOrigin origin = new TaskOrigin(Example.run("Flow").id(), TaskId.parse("train/7"), 2);
        TaskRecord own = task(run, "train/0");
        TaskRecord taken = Example.takenOver(task(run, "train/1"), origin);
        committed(own);
        committed(taken);

        assertThat(runs().task(run, taken.task())).contains(taken);
        assertThat(runs().attempts(run, taken.task())).containsExactly(taken);
        assertThat(Example.all(runs().tasks(run, "train"))).containsExactly(own, taken);
        assertThat(runs().tasks(run, "train", 1, 10)).containsExactly(taken);
        assertThat(runs().lastTask(run, "train", List.of())).contains(taken);
        assertThat(Example.all(runs().attempts(run))).containsExactly(own, taken);
        assertThat(committed(Example.takenOver(task(run, "train/0"), origin)))
                .isEqualTo(new CommitResult.Duplicate(own));
    }

    @Test
    @Promise("Runs.commit stores the blobs of the commit, each once")
    default void theBlobsOfACommitAreThereAfterIt() {
        RunId run = newRun();
        byte[] blob = Example.dullBytes(5000);
        runs().commit(commit(task(run, "start"), blob)).join();
        runs().commit(commit(task(run, "end"), blob)).join();

        assertThat(blobs().read(Address.ofContent(blob))).isEqualTo(blob);
        assertThat(Example.all(blobs().list())).containsExactly(new BlobInfo(Address.ofContent(blob), blob.length));
    }

    @Test
    @Promise(
            "Runs.commit lets an attempt commit at most once: another execution of it is a duplicate of what is stored")
    default void anAttemptCommitsOnce() {
        RunId run = newRun();
        TaskRecord failed = attempt(run, "start", 0, FAILED);

        assertThat(committed(failed)).isEqualTo(COMMITTED);
        assertThat(committed(attempt(run, "start", 0, SUCCEEDED))).isEqualTo(new CommitResult.Duplicate(failed));

        assertThat(runs().attempts(run, TaskId.of("start"))).containsExactly(failed);
        assertThat(runs().task(run, TaskId.of("start"))).isEmpty();
    }

    @Test
    @Promise("Runs.commit recognizes a commit that is sent again, by its token, as the one that is stored")
    default void aCommitMayBeSentAgain() {
        RunId run = newRun();
        TaskCommit commit = commit(task(run, "start"), Example.randomBytes(2000, 1));

        assertThat(runs().commit(commit).join()).isEqualTo(COMMITTED);
        assertThat(runs().commit(commit).join()).as("sent again").isEqualTo(COMMITTED);
        committed(task(run, "end"));
        assertThat(runs().commit(commit).join()).as("sent late").isEqualTo(COMMITTED);

        assertThat(Example.all(runs().attempts(run))).containsExactly(commit.record(), task(run, "end"));
    }

    @Test
    @Promise("Runs.commit lets an attempt lose to a later one")
    default void anOlderAttemptLosesToANewerOne() {
        RunId run = newRun();

        assertThat(committed(attempt(run, "start", 1, FAILED))).isEqualTo(COMMITTED);
        assertThat(committed(attempt(run, "start", 0, SUCCEEDED))).isEqualTo(LOST);

        assertThat(runs().task(run, TaskId.of("start"))).isEmpty();
    }

    @Test
    @Promise("Runs.commit lets every attempt lose to one that finished")
    default void anAttemptLosesToAFinishedOneAlsoIfThatIsOlder() {
        for (TaskStatus finished : List.of(SUCCEEDED, CAUGHT)) {
            RunId run = newRun();
            TaskRecord winner = attempt(run, "start", 0, finished);

            assertThat(committed(winner)).isEqualTo(COMMITTED);
            assertThat(committed(attempt(run, "start", 1, SUCCEEDED))).isEqualTo(LOST);
            assertThat(committed(attempt(run, "start", 2, FAILED))).isEqualTo(LOST);

            assertThat(runs().attempts(run, TaskId.of("start"))).containsExactly(winner);
        }
    }

    @Test
    @Promise("Runs.commit keeps the blobs of an attempt that lost")
    default void theBlobsOfALostCommitAreKept() {
        RunId run = newRun();
        byte[] blob = Example.randomBytes(3000, 9);
        committed(task(run, "start"));
        runs().commit(commit(attempt(run, "start", 1, SUCCEEDED), blob)).join();

        assertThat(blobs().read(Address.ofContent(blob))).isEqualTo(blob);
    }

    @Test
    @Promise("Runs.attempts lists the attempts of a task, the oldest first")
    default void attemptsAreListedOldestFirst() {
        RunId run = newRun();
        List<TaskRecord> attempts = List.of(
                attempt(run, "train/10", 0, FAILED),
                attempt(run, "train/10", 1, FAILED),
                attempt(run, "train/10", 3, SUCCEEDED));
        attempts.forEach(this::committed);
        committed(task(run, "train/1"));

        assertThat(runs().attempts(run, TaskId.parse("train/10"))).isEqualTo(attempts);
        assertThat(runs().task(run, TaskId.parse("train/10"))).contains(attempts.get(2));
    }

    @Test
    @Promise("Runs keeps the tasks of different runs separate")
    default void tasksOfRunsDoNotMix() {
        RunId first = newRun();
        RunId second = newRun();
        committed(task(first, "start"));

        assertThat(runs().task(second, TaskId.of("start"))).isEmpty();
        assertThat(committed(task(second, "start"))).isEqualTo(COMMITTED);
        assertThat(Example.all(runs().attempts(second))).hasSize(1);
    }

    @Test
    @Promise("Runs.commit keeps many artifacts with any names, in their order")
    default void aTaskMayHaveManyArtifactsWithHostileNames() {
        RunId run = newRun();
        Map<String, ArtifactRef> artifacts = new LinkedHashMap<>();
        for (int i = 300; i > 0; i--) {
            artifacts.put(i + "'\0\uD83D\uDE00../", Example.inline("value " + i));
        }
        TaskRecord record = attempt(run, "start", 0, SUCCEEDED, artifacts);
        committed(record);

        assertThat(described(runs().task(run, TaskId.of("start")).orElseThrow()))
                .isEqualTo(described(record));
    }

    private static List<String> described(TaskRecord task) {
        List<String> texts = new ArrayList<>();
        task.artifacts()
                .forEach((name, ref) -> texts.add(name + " " + ref + " " + ref.address() + " " + ref.size() + " "
                        + ref.createdAt() + " " + ref.presumed() + " " + Arrays.toString(ref.inline())));
        return texts;
    }

    @Test
    @Promise("Runs.commit returns a future whose dependent actions can use the datastore")
    default void whoWaitsForACommitMayUseTheDatastore() {
        RunId run = newRun();

        CompletableFuture<CommitResult> second = runs().commit(commit(task(run, "start")))
                .thenCompose(result -> {
                    runs().heartbeat(run, Example.NOW.plusSeconds(1));
                    return runs().commit(commit(task(run, "end")));
                });

        assertThat(second.join()).isEqualTo(COMMITTED);
        assertThat(runs().find(run).orElseThrow().heartbeatAt()).isEqualTo(Example.NOW.plusSeconds(1));
    }

    @Test
    @Promise("Runs.commit stores values up to Datastore.inlineLimit inline, distinct from references")
    default void valuesUpToTheLimitAreInline() {
        RunId run = newRun();
        Map<String, ArtifactRef> artifacts = new LinkedHashMap<>();
        for (int length : new int[] {0, 1, datastore().inlineLimit()}) {
            byte[] value = Example.randomBytes(length, length);
            artifacts.put("v" + length, new ArtifactRef(Address.ofContent(value), length, "int", NOW, false, value));
        }
        artifacts.put("none", new ArtifactRef(blobs().put(new byte[0]).address(), 0, "int", NOW, true, null));
        committed(attempt(run, "start", 0, SUCCEEDED, artifacts));

        Map<String, ArtifactRef> found =
                runs().task(run, TaskId.of("start")).orElseThrow().artifacts();
        assertThat(found).usingRecursiveComparison().isEqualTo(artifacts);
    }

    @Test
    @Promise("Runs.commit keeps an attempt that lost out of all lists and counts")
    default void anAttemptThatLostLeavesNoTrace() {
        RunId run = newRun();
        TaskRecord winner = attempt(run, "train/0", 1, SUCCEEDED);
        committed(winner);
        committed(attempt(run, "train/0", 0, FAILED));
        committed(attempt(run, "train/0", 2, CAUGHT));

        assertThat(Example.all(runs().attempts(run))).containsExactly(winner);
        assertThat(Example.all(runs().tasks(run, "train"))).containsExactly(winner);
        assertThat(runs().tasks(run, "train", 0, 10)).containsExactly(winner);
        assertThat(runs().lastTask(run, "train", List.of())).contains(winner);
        assertThat(runs().counts(run))
                .containsExactly(new StepCount("train", SUCCEEDED, 1, winner.startedAt(), winner.finishedAt()));
    }

    @Test
    @Promise("Runs.commit accepts tasks deep inside foreaches and loops, with any numbers")
    default void aTaskMayBeDeepWithin() {
        RunId run = newRun();
        String deep = "score" + "/2147483647#7/0".repeat(20);
        committed(task(run, deep));
        committed(task(run, "ÄrmelKanal_$1"));

        assertThat(runs().task(run, TaskId.parse(deep))).contains(task(run, deep));
        assertThat(Example.all(runs().tasks(run, "score"))).containsExactly(task(run, deep));
        assertThat(Example.all(runs().tasks(run, "ÄrmelKanal_$1"))).containsExactly(task(run, "ÄrmelKanal_$1"));
    }

    @Test
    @Promise("Runs.commitAll stores many attempts in their order, and answers for each of them")
    default void manyAttemptsAreCommittedTogether() {
        RunId run = newRun();
        TaskRecord before = task(run, "train/1");
        committed(before);
        TaskRecord first = task(run, "train/0");
        TaskRecord last = task(run, "train/2");

        CompletableFuture<List<CommitResult>> results =
                runs().commitAll(List.of(commit(first), commit(task(run, "train/1")), commit(last)));
        committed(task(run, "end"));

        assertThat(results.join()).containsExactly(COMMITTED, new CommitResult.Duplicate(before), COMMITTED);
        assertThat(Example.all(runs().attempts(run))).containsExactly(before, first, last, task(run, "end"));
        assertThat(Example.all(runs().tasks(run, "train"))).containsExactly(first, before, last);
        assertThat(runs().commitAll(List.of()).join()).isEmpty();
    }
}
