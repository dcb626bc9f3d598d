package dev.cairn.datastore.tck;

import static dev.cairn.datastore.tck.Example.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What {@link Datastore#close} promises. */
interface ClosedConformance extends StoreUnderTest {
    @Test
    @Promise("Datastore.close does nothing the second time")
    default void closingTwiceDoesNothing() {
        blobs().put(new byte[] {1});

        datastore().close();
        datastore().close();
    }

    @Test
    @Promise("Datastore.close waits until all that was committed is durable")
    default void closingWaitsForWhatWasCommitted() {
        RunId run = newRun();
        List<CompletableFuture<CommitResult>> commits = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            commits.add(
                    runs().commit(Example.commit(Example.task(run, "train/" + i), Example.randomBytes(i % 100, i))));
        }

        datastore().close();

        assertThat(commits).allSatisfy(commit -> assertThat(commit).isCompletedWithValue(CommitResult.COMMITTED));
    }

    @Test
    @Promise("Datastore.close releases all resources: every call after it throws a DatastoreException that says so")
    default void aClosedDatastoreRefusesToReadAndToWrite() {
        RunId run = newRun();
        Address blob = blobs().put(new byte[] {1, 2, 3}).address();
        committed(Example.task(run, "start"));
        runs().log(run, TaskId.of("start"), 0, List.of(new LogLine(NOW, LogLine.Stream.LOG, "hello")));
        datastore().close();

        refused(run, blob)
                .forEach((call, refused) -> assertThatThrownBy(refused)
                        .as(call)
                        .isInstanceOf(DatastoreException.class)
                        .hasMessage("the datastore `" + datastore().url() + "` is closed"));
    }

    private Map<String, ThrowingCallable> refused(RunId run, Address blob) {
        TaskId start = TaskId.of("start");
        Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
        calls.put("Blobs.put", () -> blobs().put(new byte[] {4}));
        calls.put("Blobs.put of a stream", () -> blobs().put(output -> output.write(5)));
        calls.put("Blobs.putAll", () -> blobs().putAll(List.of(output -> output.write(6))));
        calls.put("Blobs.find", () -> blobs().find(blob));
        calls.put("Blobs.present", () -> blobs().present(Set.of(blob)));
        calls.put("Blobs.read", () -> blobs().read(blob));
        calls.put("Blobs.read of several", () -> blobs().read(List.of(blob)));
        calls.put("Blobs.open", () -> blobs().open(blob));
        calls.put("Blobs.list", () -> Example.all(blobs().list()));
        calls.put("Blobs.delete", () -> blobs().delete(blob, Instant.MAX));
        calls.put("Runs.create", () -> runs().create(Example.run("Flow")));
        calls.put(
                "Runs.createExclusive",
                () -> runs().createExclusive(Example.run("Flow"), Set.of(), Duration.ofHours(1)));
        calls.put(
                "Runs.beginImport",
                () -> runs().beginImport(Example.run("Flow").finished(RunStatus.SUCCEEDED, NOW, null, null)));
        calls.put("Runs.find", () -> runs().find(run));
        calls.put("Runs.list", () -> Example.all(runs().list(RunQuery.all())));
        calls.put("Runs.finish", () -> runs().finish(run, RunStatus.SUCCEEDED, NOW, null, null));
        calls.put("Runs.heartbeat", () -> runs().heartbeat(run, NOW));
        calls.put("Runs.tag", () -> runs().tag(run, Set.of("a"), Set.of()));
        calls.put("Runs.rename", () -> runs().rename("Flow", "com.acme.Other"));
        calls.put("Runs.commit", () -> submit(Example.commit(Example.task(run, "end"))));
        calls.put("Runs.task", () -> runs().task(run, start));
        calls.put("Runs.attempts", () -> runs().attempts(run, start));
        calls.put("Runs.attempts of a run", () -> Example.all(runs().attempts(run)));
        calls.put("Runs.tasks", () -> Example.all(runs().tasks(run, "start")));
        calls.put("Runs.tasks of a page", () -> runs().tasks(run, "start", 0, 1));
        calls.put("Runs.tasks from a position", () -> runs().tasks(run, "start", List.of(), 1));
        calls.put("Runs.counts", () -> runs().counts(run));
        calls.put("Runs.lastTask", () -> runs().lastTask(run, "start", List.of()));
        calls.put("Runs.log", () -> runs().log(run, start, 0, List.of(new LogLine(NOW, LogLine.Stream.LOG, "late"))));
        calls.put("Runs.log of an attempt", () -> Example.all(runs().log(run, start, 0)));
        calls.put("Runs.file", () -> runs().file(run, "a"));
        calls.put("Runs.files", () -> Example.all(runs().files(run, "")));
        calls.put("Runs.delete", () -> runs().delete(run));
        return calls;
    }
}
