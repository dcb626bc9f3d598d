package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.ChildProcess;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.maintenance.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that writes and collects garbage is killed, again and again on the same directory: no value is lost that a run refers to, and
 * another collection leaves no other. {@code -Dkills=500} kills more often.
 */
class KilledCollectionTest {
    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final long SEED = Long.getLong("cairn.seed", 20261129);

    @TempDir
    private Path directory;

    private final List<String> runs = new ArrayList<>();
    private final List<String[]> tasks = new ArrayList<>();

    @Test
    void nothingIsLostAndNothingLeft() throws IOException {
        Random random = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            runUntilKilled(random.nextLong(), 1 + random.nextInt(300));
            try (Datastore datastore = FileStore.open(
                    directory, Clock.offset(Clock.systemUTC(), Duration.ofDays(100L * (kill + 1))), Disk.standard())) {
                assertThat(Verification.of(datastore).problems()).isEmpty();
                requireTasks(datastore);
                if (kill % 2 == 1) {
                    CollectingProcess.collection(datastore)
                            .withClock(Clock.offset(Clock.systemUTC(), Duration.ofDays(100L * (kill + 1) + 1)))
                            .run();
                    requireNothingElse(datastore);
                    requireTasks(datastore);
                }
            }
        }
        System.out.println(KILLS + " kills, seed " + SEED + ": " + tasks.size() + " acknowledged tasks of "
                + runs.size() + " runs, none lost");
    }

    private void runUntilKilled(long seed, int lines) throws IOException {
        try (ChildProcess child = ChildProcess.start(CollectingProcess.class, directory.toString(), "" + seed)) {
            assertThat(child.line()).isEqualTo("ready");
            for (int i = 0; i < lines; i++) {
                note(child.line());
            }
            child.kill();
            for (String line : child.lines()) {
                note(line);
            }
        }
    }

    /** The last line may be cut. */
    private void note(String line) {
        String[] words = line.split(" ");
        if (line.matches("run \\S{27}")) {
            runs.add(words[1]);
        } else if (line.matches("task \\S{27} [0-9]+ [0-9]+")) {
            tasks.add(words);
        }
    }

    /** All acknowledged tasks of the runs that are there; the newest are. */
    private void requireTasks(Datastore datastore) {
        Set<String> there = new HashSet<>();
        for (RunRecord run : Example.all(datastore.runs().list(RunQuery.all()))) {
            there.add(run.id().value());
        }
        for (String[] task : tasks) {
            if (there.contains(task[1])) {
                List<TaskRecord> attempts =
                        datastore.runs().attempts(new RunId(task[1]), TaskId.parse("work/" + task[2]));
                assertThat(attempts).hasSize(1);
                byte[] value = CollectingProcess.value(Integer.parseInt(task[3]));
                assertThat(datastore.blobs().read(Address.ofContent(value))).isEqualTo(value);
            } else {
                assertThat(runs.subList(Math.max(0, runs.size() - CollectingProcess.KEPT), runs.size()))
                        .as("the newest runs, which no collection deletes")
                        .doesNotContain(task[1]);
            }
        }
    }

    private static void requireNothingElse(Datastore datastore) {
        Set<Address> referred = new HashSet<>();
        for (RunRecord run : Example.all(datastore.runs().list(RunQuery.all()))) {
            for (TaskRecord attempt : Example.all(datastore.runs().attempts(run.id()))) {
                attempt.artifacts().values().stream().map(ArtifactRef::address).forEach(referred::add);
            }
        }
        assertThat(Example.all(datastore.blobs().list()))
                .extracting(BlobInfo::address)
                .containsExactlyInAnyOrderElementsOf(referred);
    }
}
