package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.ChildProcess;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was acknowledged survives {@code kill -9}, and nothing is ever there by half. */
class CrashTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 40})
    void aKilledProcessLosesNothingThatItAcknowledged(int acknowledgements) throws IOException {
        String url = "file:" + directory;
        RunRecord run = Example.run("Flow");
        try (Datastore datastore = Datastore.of(url)) {
            datastore.runs().create(run);
        }

        List<String> acknowledged = new ArrayList<>();
        try (ChildProcess child =
                ChildProcess.start(CommittingProcess.class, url, run.id().value(), "train", "1000000")) {
            assertThat(child.line()).isEqualTo("ready");
            for (int i = 0; i < acknowledgements; i++) {
                acknowledged.add(child.line());
            }
            child.kill();
            acknowledged.addAll(whole(child.lines()));
        }

        try (Datastore datastore = Datastore.of(url)) {
            for (String task : acknowledged) {
                assertThat(datastore.runs().task(run.id(), TaskId.parse(task))).contains(Example.task(run.id(), task));
            }
            List<TaskRecord> stored = Example.all(datastore.runs().attempts(run.id()));
            assertThat(stored.stream().map(record -> record.task().toString()))
                    .isEqualTo(IntStream.range(0, stored.size())
                            .mapToObj(i -> "train/" + i)
                            .toList());
            for (TaskRecord record : stored) {
                String task = record.task().toString();
                assertThat(record).usingRecursiveComparison().isEqualTo(Example.task(run.id(), task));
                for (byte[] blob : List.of(CommittingProcess.small(task), CommittingProcess.large(task))) {
                    assertThat(datastore.blobs().read(Address.ofContent(blob))).isEqualTo(blob);
                }
            }
            for (BlobInfo blob : Example.all(datastore.blobs().list())) {
                assertThat(datastore.blobs().read(blob.address())).hasSize((int) blob.size());
            }
            assertThat(datastore
                            .runs()
                            .commit(Example.commit(Example.task(run.id(), "end")))
                            .join())
                    .isEqualTo(CommitResult.COMMITTED);
        }
    }

    /** Leaves out a last line that was cut before the number; cut in the number it names an earlier task, which is stored too. */
    private static List<String> whole(List<String> lines) {
        return lines.stream().filter(line -> line.matches("train/[0-9]+")).toList();
    }
}
