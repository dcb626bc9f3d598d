package dev.cairn.engine.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import dev.cairn.datastore.ChildProcess;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that run a flow are killed, and others resume it and are killed too, until one comes to the end. What was durable is never
 * executed again, and the result is that of a straight run. {@code -Dkilled.resumes=100} tries more.
 */
class KilledResumeTest {
    private static final int FLOWS = Integer.getInteger("killed.resumes", 2);
    private static final int KILLS = 2;
    private static final long SEED = 20261130;

    @TempDir
    private Path directory;

    @Test
    void whatWasDurableIsNotExecutedAgain() throws IOException {
        Random random = new Random(SEED);
        for (int flow = 0; flow < FLOWS; flow++) {
            resumeUntilTheEnd("file:" + directory.resolve("store" + flow), random);
        }
    }

    private void resumeUntilTheEnd(String url, Random random) throws IOException {
        String origin = null;
        Set<String> durable = Set.of();
        for (int kill = 0; kill < KILLS; kill++) {
            List<String> executed = new ArrayList<>();
            try (ChildProcess child = origin == null
                    ? ChildProcess.start(ResumedProcess.class, url)
                    : ChildProcess.start(ResumedProcess.class, url, origin)) {
                origin = child.line();
                for (int lines = random.nextInt(ResumedProcess.ITEMS); lines > 0; lines--) {
                    executed.add(child.line());
                }
                child.kill();
                executed.addAll(child.lines());
            }
            assertThat(executed).filteredOn(durable::contains).isEmpty();
            try (Datastore datastore = Datastore.of(url)) {
                durable = finished(datastore, origin);
                datastore.runs().heartbeat(new RunId(origin), Instant.now().minusSeconds(60)); // as time goes by
            }
        }
        try (Datastore datastore = Datastore.of(url)) {
            List<String> executed = Collections.synchronizedList(new ArrayList<>());
            Run resumed = ResumedProcess.run(datastore, executed::add).resume(origin);

            executed.remove(0); // the id of the run
            assertThat(executed).filteredOn(durable::contains).isEmpty();
            assertThat(executed).doesNotHaveDuplicates();
            assertThat(executed).hasSize(2 * ResumedProcess.ITEMS + 3 - durable.size());
            RunRecord died = datastore.runs().find(new RunId(origin)).orElseThrow();
            assertThat(died.status()).isEqualTo(RunStatus.DIED);
            Run straight = ResumedProcess.run(datastore, task -> {}).run();
            assertThat(RecordText.of(datastore, resumed.id())).isEqualTo(RecordText.of(datastore, straight.id()));
        }
    }

    private static Set<String> finished(Datastore datastore, String run) {
        try (Stream<TaskRecord> attempts = datastore.runs().attempts(new RunId(run))) {
            return new HashSet<>(
                    attempts.map(record -> record.task().toString()).toList());
        }
    }
}
