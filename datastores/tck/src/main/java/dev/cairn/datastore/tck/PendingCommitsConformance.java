package dev.cairn.datastore.tck;

import static dev.cairn.datastore.CommitResult.COMMITTED;
import static dev.cairn.datastore.CommitResult.LOST;
import static dev.cairn.datastore.TaskStatus.CAUGHT;
import static dev.cairn.datastore.TaskStatus.FAILED;
import static dev.cairn.datastore.TaskStatus.SUCCEEDED;
import static dev.cairn.datastore.tck.Example.attempt;
import static dev.cairn.datastore.tck.Example.commit;
import static dev.cairn.datastore.tck.Example.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What {@link Runs#commit} promises of commits that are on their way, and of their order. */
interface PendingCommitsConformance extends StoreUnderTest {
    @Test
    @Promise("Runs.commit lets the process read the attempt and its blobs as soon as it returns")
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
            assertThat(blobs().find(address)).contains(new BlobInfo(address, blob.length));
            assertThat(blobs().read(address)).isEqualTo(blob);
        }
        assertThat(commit.join()).isEqualTo(COMMITTED);
    }

    @Test
    @Promise("Runs.commit keeps the previews of its blobs, and lets the process read them as soon as it returns")
    default void previewsComeWithTheBlobsOfACommit() {
        TaskRecord record = task(newRun(), "start");
        byte[] small = Example.randomBytes(2000, 1);
        byte[] large = Example.randomBytes(200_000, 2);
        Address address = Address.ofContent(small);

        CompletableFuture<CommitResult> commit = runs().commit(new TaskCommit(
                record, Map.of(address, small, Address.ofContent(large), large), Map.of(address, "[1, 2, ...")));

        BlobInfo expected = new BlobInfo(address, small.length, "[1, 2, ...");
        assertThat(blobs().find(address)).contains(expected);
        assertThat(commit.join()).isEqualTo(COMMITTED);
        assertThat(blobs().find(address)).contains(expected);
        assertThat(blobs().find(Address.ofContent(large)))
                .contains(new BlobInfo(Address.ofContent(large), large.length));
    }

    @Test
    @Promise("Runs.commit lets a late attempt lose even to a commit that is not durable yet")
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
    @Promise("Runs.commit stores a commit whose predecessor is stored, whether or not that was durable before")
    default void aCommitMayBuildOnOneThatIsOnItsWay() {
        RunId run = newRun();
        TaskCommit first = commit(attempt(run, "start", 0, FAILED));
        TaskCommit second = commit(attempt(run, "start", 1, SUCCEEDED)).after(first.asPredecessor());
        TaskCommit third = commit(task(run, "middle/2#3")).after(second.asPredecessor());
        TaskCommit last = commit(task(run, "end")).after(third.asPredecessor());
        List<CompletableFuture<CommitResult>> results =
                List.of(runs().commit(first), runs().commit(second), runs().commit(third));

        assertThat(results).allSatisfy(result -> assertThat(result.join()).isEqualTo(COMMITTED));
        assertThat(runs().commit(last).join()).isEqualTo(COMMITTED);
        assertThat(runs().commit(third).join()).as("sent again").isEqualTo(COMMITTED);
        assertThat(Example.all(runs().attempts(run)))
                .containsExactly(first.record(), second.record(), third.record(), last.record());
    }

    @Test
    @Promise("Runs.commit stores no commit whose predecessor was too late, nor what builds on it")
    default void aCommitLosesWithItsPredecessor() {
        RunId run = newRun();
        TaskRecord winner = attempt(run, "start", 0, FAILED);
        committed(winner);
        TaskCommit late = commit(attempt(run, "start", 0, SUCCEEDED));
        TaskCommit next = commit(task(run, "middle")).after(late.asPredecessor());
        TaskCommit last = commit(task(run, "end")).after(next.asPredecessor());
        List<CompletableFuture<CommitResult>> results =
                List.of(runs().commit(late), runs().commit(next), runs().commit(last));

        assertThat(results.get(0).join()).isEqualTo(new CommitResult.Duplicate(winner));
        assertThat(results.get(1).join()).isEqualTo(LOST);
        assertThat(results.get(2).join()).isEqualTo(LOST);
        TaskCommit again = commit(task(run, "end"));
        TaskCommit tooEarly =
                commit(task(run, "other")).after(commit(task(run, "absent")).asPredecessor());
        assertThat(runs().commit(again).join()).isEqualTo(COMMITTED);
        assertThat(runs().commit(tooEarly).join()).isEqualTo(LOST);
        assertThat(Example.all(runs().attempts(run))).containsExactly(winner, again.record());
    }

    @Test
    @Promise("Runs.attempts lists the attempts of a run in the order of their commits")
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
    @Promise("Runs.commit is visible to every read of the process as soon as it returns")
    default void everyReadSeesACommitOnItsWay() {
        RunId run = newRun();
        Map<String, Predicate<TaskRecord>> reads = new LinkedHashMap<>();
        reads.put("Runs.task", record -> runs().task(run, record.task()).isPresent());
        reads.put("Runs.attempts", record -> runs().attempts(run, record.task()).size() == 1);
        reads.put(
                "Runs.attempts of a run",
                record -> Example.all(runs().attempts(run)).contains(record));
        reads.put(
                "Runs.tasks", record -> Example.all(runs().tasks(run, "train")).contains(record));
        reads.put(
                "Runs.tasks of a page",
                record -> runs().tasks(run, "train", 0, 100).contains(record));
        reads.put(
                "Runs.tasks from a position",
                record ->
                        runs().tasks(run, "train", record.task().position(), 1).contains(record));
        reads.put(
                "Runs.lastTask",
                record ->
                        runs().lastTask(run, "train", record.task().position()).isPresent());
        reads.put(
                "Runs.counts",
                record -> runs().counts(run).get(0).attempts()
                        == record.task().position().get(0).value() + 1);
        int[] index = new int[1];

        reads.forEach((read, sees) -> {
            TaskRecord record = task(run, "train/" + index[0]++);
            CompletableFuture<CommitResult> commit = runs().commit(commit(record));
            assertThat(sees.test(record)).as(read).isTrue();
            commit.join();
            assertThat(sees.test(record)).as(read + ", now durable").isTrue();
        });
    }

    @Test
    @Promise("Runs.commit makes its blobs visible to every read of the process as soon as it returns")
    default void everyReadSeesTheBlobsOfACommitOnItsWay() {
        RunId run = newRun();
        Map<String, Predicate<byte[]>> reads = new LinkedHashMap<>();
        reads.put(
                "Blobs.find",
                content -> blobs().find(Address.ofContent(content)).isPresent());
        reads.put(
                "Blobs.present",
                content -> blobs().present(List.of(Address.ofContent(content))).contains(Address.ofContent(content)));
        reads.put("Blobs.read", content -> Arrays.equals(content, blobs().read(Address.ofContent(content))));
        reads.put("Blobs.open", content -> Arrays.equals(content, opened(Address.ofContent(content))));
        reads.put(
                "Blobs.list",
                content ->
                        Example.all(blobs().list()).contains(new BlobInfo(Address.ofContent(content), content.length)));
        reads.put("Blobs.put", content -> blobs().put(content).size() == content.length);

        for (int length : new int[] {1500, 100_000}) {
            reads.forEach((read, sees) -> {
                byte[] content = Example.randomBytes(length, read.hashCode());
                CompletableFuture<CommitResult> commit =
                        runs().commit(commit(task(run, "train/" + length + "/" + read.length()), content));
                assertThat(sees.test(content)).as(read).isTrue();
                commit.join();
                assertThat(sees.test(content)).as(read + ", now durable").isTrue();
            });
        }
    }

    private byte[] opened(Address address) {
        try (InputStream stream = blobs().open(address)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Promise("Runs.commit shows a retry and the failure before it, durable or not, as one history")
    default void attemptsOnTheirWayFollowThoseThatAreDurable() {
        RunId run = newRun();
        TaskRecord first = attempt(run, "start", 0, FAILED);
        TaskRecord second = attempt(run, "start", 1, FAILED);
        TaskRecord third = attempt(run, "start", 2, CAUGHT);
        committed(first);
        submit(commit(second));
        assertThat(runs().attempts(run, TaskId.of("start"))).containsExactly(first, second);
        assertThat(runs().task(run, TaskId.of("start"))).isEmpty();
        CompletableFuture<CommitResult> last = runs().commit(commit(third));

        assertThat(runs().attempts(run, TaskId.of("start"))).containsExactly(first, second, third);
        assertThat(runs().task(run, TaskId.of("start"))).contains(third);
        assertThat(last.join()).isEqualTo(COMMITTED);
        assertThat(runs().attempts(run, TaskId.of("start"))).containsExactly(first, second, third);
    }
}
