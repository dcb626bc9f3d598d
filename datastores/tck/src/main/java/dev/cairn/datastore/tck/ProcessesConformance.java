package dev.cairn.datastore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a datastore promises to several processes, and of processes that are killed. */
interface ProcessesConformance extends StoreUnderTest {
    private static void assertWhole(Datastore datastore, RunId run, String task) {
        assertThat(datastore.runs().task(run, TaskId.parse(task))).contains(Example.task(run, task));
        for (byte[] blob : List.of(CommittingProcess.small(task), CommittingProcess.large(task))) {
            assertThat(datastore.blobs().read(Address.ofContent(blob))).isEqualTo(blob);
        }
    }

    @Test
    @Promise("Datastore lets several processes write at once, and shows each what the others committed durably")
    default void twoProcessesWriteAtOnce() throws IOException {
        assumeLifetime(Lifetime.DURABLE);
        RunId run = newRun();
        List<CompletableFuture<CommitResult>> ours = new ArrayList<>();
        List<String> theirs = new ArrayList<>();
        try (CommittingProcess.Handle other = CommittingProcess.start(url(), run, "both", 60)) {
            for (int i = 0; i < 60; i++) {
                theirs.add(other.line());
                assertWhole(datastore(), run, theirs.get(i));
                ours.add(runs().commit(Example.commit(Example.task(run, "both/" + (59 - i)))));
            }
            assertThat(other.waitFor()).isZero();
        }

        assertThat(theirs).isEqualTo(tasks(60));
        ours.forEach(CompletableFuture::join);
        assertThat(Example.all(runs().tasks(run, "both")))
                .isEqualTo(
                        tasks(60).stream().map(task -> Example.task(run, task)).toList());
        assertThat(Example.all(runs().attempts(run))).as("each once").hasSize(60);
    }

    private static List<String> tasks(int count) {
        return IntStream.range(0, count).mapToObj(i -> "both/" + i).toList();
    }

    @Test
    @Promise("Datastore loses nothing that it acknowledged to a process that is killed, and stores nothing partially")
    default void aKilledProcessLosesNothingThatItAcknowledged() throws IOException {
        assumeLifetime(Lifetime.DURABLE);
        RunId run = newRun();
        List<String> acknowledged = new ArrayList<>();
        try (CommittingProcess.Handle other = CommittingProcess.start(url(), run, "both", 1_000_000)) {
            for (int i = 0; i < 40; i++) {
                acknowledged.add(other.line());
            }
            acknowledged.addAll(other.kill());
        }

        Datastore again = openAgain();
        acknowledged.forEach(task -> assertWhole(again, run, task));
        List<TaskRecord> stored = Example.all(again.runs().attempts(run));
        assertThat(stored).extracting(record -> record.task().toString()).isEqualTo(tasks(stored.size()));
        stored.forEach(record -> assertWhole(again, run, record.task().toString()));
        for (BlobInfo blob : Example.all(again.blobs().list())) {
            assertThat(again.blobs().read(blob.address())).hasSize((int) blob.size());
        }
        assertThat(again.runs().commit(Example.commit(Example.task(run, "end"))).join())
                .isEqualTo(CommitResult.COMMITTED);
    }
}
