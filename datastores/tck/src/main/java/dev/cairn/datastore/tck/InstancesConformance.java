package dev.cairn.datastore.tck;

import static dev.cairn.datastore.tck.Example.NOW;
import static dev.cairn.datastore.tck.Example.attempt;
import static dev.cairn.datastore.tck.Example.commit;
import static dev.cairn.datastore.tck.Example.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What a datastore promises that is opened more than once: one after the other, and at once. */
interface InstancesConformance extends StoreUnderTest {
    private static LogLine line(String text) {
        return new LogLine(NOW, LogLine.Stream.ERR, text);
    }

    @Test
    @Promise("Datastore has all that was stored when it is opened again")
    default void allIsThereAfterItWasOpenedAgain() {
        assumeLifetime(Lifetime.PROCESS);
        byte[] small = Example.randomBytes(3000, 1);
        byte[] large = Example.dullBytes(300_000);
        RunRecord run = Example.run("Flow", "tag");
        runs().create(run);
        BlobInfo blob = blobs().put(large);
        TaskRecord task = Example.fullRecord(run.id(), blob);
        runs().log(run.id(), task.task(), 2, List.of(line("oh")));
        submit(commit(task, small));
        runs().putFile(run.id(), "key", blob, NOW);
        runs().heartbeat(run.id(), NOW.plusSeconds(7));
        datastore().close();

        Datastore again = openAgain();
        assertThat(again.runs().find(run.id())).contains(run.withHeartbeatAt(NOW.plusSeconds(7)));
        assertThat(again.runs().task(run.id(), task.task()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(task);
        assertThat(Example.all(again.runs().log(run.id(), task.task(), 2))).containsExactly(line("oh"));
        assertThat(again.runs().file(run.id(), "key")).contains(new FileRecord("key", blob, NOW));
        assertThat(again.blobs().read(Address.ofContent(small))).isEqualTo(small);
        assertThat(again.blobs().read(blob.address())).isEqualTo(large);
    }

    @Test
    @Promise("Datastore.close waits until all that was committed is durable, and can be read after it is opened again")
    default void whatWasCommittedIsThereAfterItWasClosed() {
        assumeLifetime(Lifetime.PROCESS);
        RunId run = newRun();
        List<TaskRecord> records = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            records.add(task(run, "train/" + i));
            submit(commit(records.get(i)));
        }
        datastore().close();

        assertThat(Example.all(openAgain().runs().attempts(run))).isEqualTo(records);
    }

    @Test
    @Promise("Blobs.put makes a blob readable for all who share the datastore when it returns")
    default void aBlobIsReadableElsewhere() {
        Datastore other = openAgain();
        for (int length : new int[] {0, 10, 10_000, 300_000}) {
            byte[] content = Example.randomBytes(length, length);
            BlobInfo blob = blobs().put(content);

            assertThat(other.blobs().find(blob.address())).contains(blob);
            assertThat(other.blobs().read(blob.address())).isEqualTo(content);
            assertThat(other.blobs().put(content)).isEqualTo(blob);
        }
        assertThat(Example.all(other.blobs().list())).hasSize(4);
    }

    @Test
    @Promise("Runs writes durably: others who share the datastore see what a method wrote when it returns")
    default void whatIsWrittenOfARunShowsElsewhere() {
        Datastore other = openAgain();
        RunRecord run = Example.run("Flow", "a");
        runs().create(run);
        assertThat(other.runs().find(run.id())).contains(run);
        assertThatThrownBy(() -> other.runs().create(run)).isInstanceOf(DatastoreException.class);
        assertThatThrownBy(() -> other.runs().create(Example.runOfClass("Flow", "com.acme.Other")))
                .isInstanceOf(DatastoreException.class);

        runs().heartbeat(run.id(), NOW.plusSeconds(1));
        assertThat(other.runs().find(run.id())).contains(run.withHeartbeatAt(NOW.plusSeconds(1)));
        runs().tag(run.id(), Set.of("b"), Set.of("a"));
        other.runs().tag(run.id(), Set.of("c"), Set.of());
        assertThat(runs().find(run.id()).orElseThrow().tags()).containsExactly("b", "c");
        BlobInfo blob = blobs().put(new byte[] {1});
        runs().putFile(run.id(), "key", blob, NOW);
        assertThat(other.runs().file(run.id(), "key")).contains(new FileRecord("key", blob, NOW));
        runs().finish(run.id(), RunStatus.SUCCEEDED, NOW.plusSeconds(2), null, null);
        other.runs().finish(run.id(), RunStatus.FAILED, NOW.plusSeconds(3), null, null);
        assertThat(runs().find(run.id()).orElseThrow().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(runs().delete(run.id())).isTrue();
        assertThat(other.runs().find(run.id())).isEmpty();
        assertThat(other.runs().delete(run.id())).isFalse();
    }

    @Test
    @Promise("Runs.rename applies to all who share the datastore")
    default void aRenamedFlowIsRenamedElsewhere() {
        Datastore other = openAgain();
        runs().create(Example.runOfClass("Flow", "com.acme.Flow"));
        other.runs().rename("Flow", "com.acme.Other");
        RunRecord renamed = Example.runOfClass("Flow", "com.acme.Other");
        runs().create(renamed);

        assertThat(other.runs().find(renamed.id())).contains(renamed);
    }

    @Test
    @Promise(
            "Runs.commit makes attempt, blobs and output readable for all who share the datastore when its future completes")
    default void aCommitShowsElsewhereWhenItIsDurable() {
        Datastore other = openAgain();
        RunId run = newRun();
        for (int i = 0; i < 30; i++) {
            TaskRecord record = task(run, "train/" + i);
            byte[] blob = Example.randomBytes(2000, i);
            runs().log(run, record.task(), 0, List.of(line("epoch " + i)));
            assertThat(runs().commit(commit(record, blob)).join()).isEqualTo(CommitResult.COMMITTED);

            assertThat(other.runs().task(run, record.task())).contains(record);
            assertThat(other.runs().attempts(run, record.task())).containsExactly(record);
            assertThat(other.blobs().read(Address.ofContent(blob))).isEqualTo(blob);
            assertThat(Example.all(other.runs().log(run, record.task(), 0))).containsExactly(line("epoch " + i));
            assertThat(other.runs().tasks(run, "train", i, 2)).containsExactly(record);
            assertThat(other.runs().lastTask(run, "train", List.of())).contains(record);
            assertThat(other.runs().counts(run))
                    .hasSize(1)
                    .allSatisfy(count -> assertThat(count.attempts()).isPositive());
        }
        assertThat(Example.all(other.runs().attempts(run))).hasSize(30);
    }

    @Test
    @Promise("Runs.commit makes commits durable in the order of the calls: none before those that were called earlier")
    default void othersSeeCommitsInTheOrderOfTheCalls() {
        Datastore other = openAgain();
        RunId run = newRun();
        List<TaskRecord> records = new ArrayList<>();
        List<CompletableFuture<CommitResult>> commits = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            records.add(task(run, "train/" + (i * 7919) % 1500));
            commits.add(runs().commit(commit(records.get(i))));
            if (i % 100 == 0) {
                List<TaskRecord> seen = Example.all(other.runs().attempts(run));
                assertThat(seen).isEqualTo(records.subList(0, seen.size()));
            }
        }

        commits.get(700).join();
        List<TaskRecord> seen = Example.all(other.runs().attempts(run));
        assertThat(seen).hasSizeGreaterThan(700).isEqualTo(records.subList(0, seen.size()));
        commits.forEach(CompletableFuture::join);
        assertThat(Example.all(other.runs().attempts(run))).isEqualTo(records);
    }

    @Test
    @Promise("Runs.commit lets an attempt lose to one that another who shares the datastore committed")
    default void aLateAttemptLosesToOneOfElsewhere() {
        Datastore other = openAgain();
        RunId run = newRun();
        TaskRecord winner = attempt(run, "start", 1, TaskStatus.SUCCEEDED);
        assertThat(committed(winner)).isEqualTo(CommitResult.COMMITTED);

        for (int attempt = 0; attempt < 3; attempt++) {
            TaskRecord late = attempt(run, "start", attempt, TaskStatus.SUCCEEDED);
            assertThat(other.runs().commit(commit(late)).join())
                    .as("attempt %s", attempt)
                    .isEqualTo(attempt == 1 ? new CommitResult.Duplicate(winner) : CommitResult.LOST);
            assertThat(other.runs().task(run, winner.task())).contains(winner);
        }
        assertThat(Example.all(runs().attempts(run))).containsExactly(winner);
    }

    @Test
    @Promise("Runs.commit lets only one of those who share the datastore commit an attempt")
    default void ofTwoInstancesThatCommitOneAttemptOneWins() {
        Datastore other = openAgain();
        RunId run = newRun();
        List<CompletableFuture<CommitResult>> ours = new ArrayList<>();
        List<CompletableFuture<CommitResult>> theirs = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            ours.add(runs().commit(commit(task(run, "train/" + i))));
            theirs.add(other.runs().commit(commit(task(run, "train/" + (199 - i)))));
        }

        for (int i = 0; i < 200; i++) {
            assertThat(List.of(ours.get(i).join(), theirs.get(199 - i).join()))
                    .as("task %s", i)
                    .containsExactlyInAnyOrder(
                            CommitResult.COMMITTED, new CommitResult.Duplicate(task(run, "train/" + i)));
        }
        assertThat(Example.all(runs().attempts(run))).hasSize(200);
        assertThat(Example.all(other.runs().tasks(run, "train"))).hasSize(200);
    }

    @Test
    @Promise("Runs.commit fails where the run was deleted by another who shares the datastore")
    default void aRunThatWasDeletedElsewhereCannotBeWrittenTo() {
        Datastore other = openAgain();
        RunId run = newRun();
        committed(task(run, "start"));
        assertThat(other.runs().delete(run)).isTrue();

        assertThatThrownBy(() -> committed(task(run, "end")))
                .satisfiesAnyOf(
                        failure -> assertThat(failure).isInstanceOf(DatastoreException.class),
                        failure -> assertThat(failure)
                                .isInstanceOf(CompletionException.class)
                                .hasCauseInstanceOf(DatastoreException.class));
        assertThat(other.runs().find(run)).isEmpty();
        assertThat(other.runs().task(run, TaskId.of("start"))).isEmpty();
    }

    @Test
    @Promise("Runs refuses every write to a run that was deleted by another who shares the datastore")
    default void nothingIsWrittenToARunThatWasDeletedElsewhere() {
        Datastore other = openAgain();
        RunId run = newRun();
        BlobInfo blob = blobs().put(new byte[] {1});
        runs().heartbeat(run, NOW);
        other.runs().delete(run);

        assertThatThrownBy(() -> runs().heartbeat(run, NOW)).isInstanceOf(DatastoreException.class);
        assertThatThrownBy(() -> runs().tag(run, Set.of("a"), Set.of())).isInstanceOf(DatastoreException.class);
        assertThatThrownBy(() -> runs().putFile(run, "key", blob, NOW)).isInstanceOf(DatastoreException.class);
        assertThatThrownBy(() -> runs().finish(run, RunStatus.SUCCEEDED, NOW, null, null))
                .isInstanceOf(DatastoreException.class);
        assertThat(other.runs().find(run)).isEmpty();
        assertThat(Example.all(other.runs().files(run, ""))).isEmpty();
        assertThat(runs().delete(run)).isFalse();
    }

    @Test
    @Promise("Blobs.delete with a time keeps a blob that another who shares the datastore put again since then")
    default void aBlobThatWasPutElsewhereSinceIsNotDeleted() {
        Datastore collector = openAgain();
        RunId run = newRun();
        for (int length : new int[] {10, 200_000}) {
            byte[] content = Example.randomBytes(length, length);
            Address address = collector.blobs().put(content).address();

            Instant collectionBegan = now();
            blobs().put(content);
            committed(task(run, "train/" + length));

            assertThat(collector.blobs().delete(address, collectionBegan)).isFalse();
            assertThat(blobs().read(address)).isEqualTo(content);
            assertThat(collector.blobs().delete(address, now().plus(Duration.ofDays(1))))
                    .isTrue();
            assertThat(blobs().find(address)).isEmpty();
        }
    }

    @Test
    @Promise("Datastore.close closes only this instance")
    default void closingOneLeavesTheOthers() {
        Datastore other = openAgain();
        RunId run = newRun();
        other.close();

        assertThat(committed(task(run, "start"))).isEqualTo(CommitResult.COMMITTED);
        assertThat(openAgain().runs().task(run, TaskId.of("start"))).isPresent();
    }

    @Test
    @Promise("Runs.endDied by another who shares the datastore fences the process that was only stopped for a while")
    default void aProcessThatWasStoppedIsFenced() {
        RunId run = newRun();
        assertThat(committed(Example.task(run, "start"))).isEqualTo(CommitResult.COMMITTED);
        try (Datastore other = openAgain()) {
            assertThat(other.runs().endDied(run, Duration.ofHours(1))).isTrue();

            assertThat(committed(Example.task(run, "late"))).isInstanceOf(CommitResult.Fenced.class);
            assertThatThrownBy(() -> runs().heartbeat(run, NOW))
                    .isInstanceOf(DatastoreException.class)
                    .hasMessage("run " + run
                            + " was taken over by another process, so this process can no longer write to it."
                            + " Follow the run in the other process.");
            assertThat(other.runs().attempts(run, TaskId.of("late"))).isEmpty();
            assertThat(other.runs().find(run).orElseThrow().status()).isEqualTo(RunStatus.DIED);
        }
    }
}
