package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ChildProcess;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.maintenance.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes use one datastore at once. */
class ProcessesTest {
    @TempDir
    private Path directory;

    private Datastore datastore;
    private final RunRecord run = Example.run("Flow");

    @BeforeEach
    void open() {
        datastore = Datastore.of("file:" + directory);
        datastore.runs().create(run);
    }

    @AfterEach
    void close() {
        datastore.close();
    }

    private ChildProcess committing(String step, int count) throws IOException {
        return ChildProcess.start(
                CommittingProcess.class, datastore.url(), run.id().value(), step, String.valueOf(count));
    }

    @Test
    void aProcessSeesWhatAnotherCommitsAsSoonAsThatIsDurable() throws IOException {
        try (ChildProcess other = committing("train", 30)) {
            assertThat(other.line()).isEqualTo("ready");
            for (int i = 0; i < 30; i++) {
                String task = other.line();
                assertThat(datastore.runs().task(run.id(), TaskId.parse(task))).contains(Example.task(run.id(), task));
                for (byte[] blob : List.of(CommittingProcess.small(task), CommittingProcess.large(task))) {
                    assertThat(datastore.blobs().read(Address.ofContent(blob))).isEqualTo(blob);
                }
            }
            assertThat(other.waitFor()).isZero();
        }
        assertThat(datastore.runs().tasks(run.id(), "train").count()).isEqualTo(30);
    }

    @Test
    void twoProcessesWriteAtOnce() throws IOException {
        try (ChildProcess other = committing("theirs", 200)) {
            assertThat(other.line()).isEqualTo("ready");
            List<CompletableFuture<CommitResult>> ours = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                datastore.blobs().put(CommittingProcess.large("theirs/" + i)); // the same blobs, too
                ours.add(datastore.runs().commit(Example.commit(Example.task(run.id(), "ours/" + i))));
            }
            assertThat(ours).allSatisfy(commit -> assertThat(commit.join()).isEqualTo(CommitResult.COMMITTED));
            assertThat(other.lines()).hasSize(200);
            assertThat(other.waitFor()).isZero();
        }

        for (String step : List.of("ours", "theirs")) {
            assertThat(Example.all(datastore.runs().tasks(run.id(), step)))
                    .isEqualTo(IntStream.range(0, 200)
                            .mapToObj(i -> Example.task(run.id(), step + "/" + i))
                            .toList());
        }
        assertThat(datastore.blobs().list()).hasSize(400);
        IntStream.range(0, 200)
                .mapToObj(i -> CommittingProcess.large("theirs/" + i))
                .forEach(blob -> assertThat(datastore.blobs().read(Address.ofContent(blob)))
                        .isEqualTo(blob));
    }

    @Test
    void eightProcessesMakeADatastoreAtOnce() throws IOException {
        String url = "file:" + directory.resolve("new");
        RunRecord unknown = Example.run("Flow");
        List<ChildProcess> processes = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                processes.add(ChildProcess.start(
                        CommittingProcess.class, url, unknown.id().value(), "a", "0"));
            }
            for (ChildProcess process : processes) {
                assertThat(process.line()).isEqualTo("ready");
                assertThat(process.waitFor()).isZero();
            }
        } finally {
            processes.forEach(ChildProcess::close);
        }
        try (Datastore made = Datastore.of(url)) {
            assertThat(Verification.of(made).problems()).isEmpty();
        }
    }

    @Test
    void ofTwoProcessesThatCommitOneAttemptOneWins() throws IOException {
        try (ChildProcess other = committing("train", 100)) {
            assertThat(other.line()).isEqualTo("ready");
            for (int i = 0; i < 100; i++) {
                datastore
                        .runs()
                        .commit(Example.commit(Example.task(run.id(), "train/" + i)))
                        .join();
            }
            assertThat(other.waitFor()).isZero();
        }

        assertThat(datastore.runs().attempts(run.id()).count()).isEqualTo(100);
    }
}
