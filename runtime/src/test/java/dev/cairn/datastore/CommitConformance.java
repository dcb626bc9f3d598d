package dev.cairn.datastore;

import static dev.cairn.datastore.CommitResult.COMMITTED;
import static dev.cairn.datastore.CommitResult.LOST;
import static dev.cairn.datastore.Example.attempt;
import static dev.cairn.datastore.Example.commit;
import static dev.cairn.datastore.Example.task;
import static dev.cairn.datastore.TaskStatus.CAUGHT;
import static dev.cairn.datastore.TaskStatus.FAILED;
import static dev.cairn.datastore.TaskStatus.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What {@link Runs#commit} promises. */
interface CommitConformance {
    Datastore datastore();

    private Runs runs() {
        return datastore().runs();
    }

    private RunId newRun() {
        RunRecord run = Example.run("Flow");
        runs().create(run);
        return run.id();
    }

    private CommitResult committed(TaskRecord record) {
        return runs().commit(commit(record)).join();
    }

    @Test
    default void aTaskIsReadBackAsItWasCommitted() {
        RunId run = newRun();
        BlobInfo blob = datastore().blobs().put(new byte[] {1, 2, 3});
        TaskRecord record = Example.fullRecord(run, blob);

        assertThat(committed(record)).isEqualTo(COMMITTED);

        TaskRecord found = runs().task(run, record.task()).orElseThrow();
        assertThat(found).usingRecursiveComparison().isEqualTo(record);
        assertThat(List.copyOf(found.artifacts().keySet())).containsExactly("zeta", "alpha", "count");
    }

    @Test
    default void aCommitCanBeReadAtOnce() {
        RunId run = newRun();
        byte[] small = Example.randomBytes(2000, 1);
        byte[] large = Example.randomBytes(200_000, 2);
        TaskRecord record = task(run, "start");

        CompletableFuture<CommitResult> commit = runs().commit(commit(record, small, large));

        assertThat(runs().task(run, TaskId.of("start"))).contains(record);
        assertThat(runs().attempts(run, TaskId.of("start"))).containsExactly(record);
        assertThat(Example.all(runs().tasks(run, "start"))).containsExactly(record);
        assertThat(Example.all(runs().attempts(run))).containsExactly(record);
        for (byte[] blob : List.of(small, large)) {
            Address address = Address.ofContent(blob);
            assertThat(datastore().blobs().find(address)).contains(new BlobInfo(address, blob.length));
            assertThat(datastore().blobs().read(address)).isEqualTo(blob);
        }
        assertThat(commit.join()).isEqualTo(COMMITTED);
    }

    @Test
    default void theBlobsOfACommitAreThereAfterIt() {
        RunId run = newRun();
        byte[] blob = Example.dullBytes(5000);
        runs().commit(commit(task(run, "start"), blob)).join();
        runs().commit(commit(task(run, "end"), blob)).join();

        assertThat(datastore().blobs().read(Address.ofContent(blob))).isEqualTo(blob);
        assertThat(Example.all(datastore().blobs().list()))
                .containsExactly(new BlobInfo(Address.ofContent(blob), blob.length));
    }

    @Test
    default void anAttemptCommitsOnce() {
        RunId run = newRun();
        TaskRecord failed = attempt(run, "start", 0, FAILED);

        assertThat(committed(failed)).isEqualTo(COMMITTED);
        assertThat(committed(attempt(run, "start", 0, SUCCEEDED))).isEqualTo(new CommitResult.Duplicate(failed));

        assertThat(runs().attempts(run, TaskId.of("start"))).containsExactly(failed);
        assertThat(runs().task(run, TaskId.of("start"))).isEmpty();
    }

    @Test
    default void anOlderAttemptLosesToANewerOne() {
        RunId run = newRun();

        assertThat(committed(attempt(run, "start", 1, FAILED))).isEqualTo(COMMITTED);
        assertThat(committed(attempt(run, "start", 0, SUCCEEDED))).isEqualTo(LOST);

        assertThat(runs().task(run, TaskId.of("start"))).isEmpty();
    }

    @Test
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
    default void aZombieLosesAlsoToACommitThatIsOnItsWay() {
        RunId run = newRun();
        TaskRecord winner = attempt(run, "start", 1, SUCCEEDED);
        CompletableFuture<CommitResult> first = runs().commit(commit(winner));
        CompletableFuture<CommitResult> zombie = runs().commit(commit(attempt(run, "start", 0, SUCCEEDED)));

        assertThat(runs().attempts(run, TaskId.of("start"))).containsExactly(winner);
        assertThat(first.join()).isEqualTo(COMMITTED);
        assertThat(zombie.join()).isEqualTo(LOST);
        assertThat(Example.all(runs().attempts(run))).containsExactly(winner);
    }

    @Test
    default void theBlobsOfALostCommitAreKept() {
        RunId run = newRun();
        byte[] blob = Example.randomBytes(3000, 9);
        committed(task(run, "start"));
        runs().commit(commit(attempt(run, "start", 1, SUCCEEDED), blob)).join();

        assertThat(datastore().blobs().read(Address.ofContent(blob))).isEqualTo(blob);
    }

    @Test
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
    default void commitsBecomeDurableInTheOrderOfTheCalls() {
        RunId run = newRun();
        List<TaskRecord> records = new ArrayList<>();
        List<CompletableFuture<CommitResult>> results = new ArrayList<>();
        for (int i = 1500; i > 0; i--) {
            TaskRecord record = task(run, "train/" + i);
            records.add(record);
            results.add(runs().commit(commit(record)));
        }

        assertThat(results).allSatisfy(result -> assertThat(result.join()).isEqualTo(COMMITTED));
        assertThat(Example.all(runs().attempts(run))).isEqualTo(records);
    }

    @Test
    default void tasksOfRunsDoNotMix() {
        RunId first = newRun();
        RunId second = newRun();
        committed(task(first, "start"));

        assertThat(runs().task(second, TaskId.of("start"))).isEmpty();
        assertThat(committed(task(second, "start"))).isEqualTo(COMMITTED);
        assertThat(Example.all(runs().attempts(second))).hasSize(1);
    }

    @Test
    default void aTaskMayHaveManyArtifactsWithHostileNames() {
        RunId run = newRun();
        Map<String, ArtifactRef> artifacts = new LinkedHashMap<>();
        for (int i = 300; i > 0; i--) {
            artifacts.put(i + "'\0\uD83D\uDE00../", Example.inline("value " + i));
        }
        TaskRecord record = attempt(run, "start", 0, SUCCEEDED, artifacts);
        committed(record);

        TaskRecord found = runs().task(run, TaskId.of("start")).orElseThrow();
        assertThat(found).usingRecursiveComparison().isEqualTo(record);
        assertThat(List.copyOf(found.artifacts().keySet())).isEqualTo(List.copyOf(artifacts.keySet()));
    }

    @Test
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
}
