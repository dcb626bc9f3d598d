package dev.cairn.engine.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import dev.cairn.datastore.ChildProcess;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.maintenance.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that make checkpoints are killed, and others resume their runs and are killed too, until one comes to the end. What was done
 * before a checkpoint that was stored is never done again, and the result is that of a straight run. {@code -Dkilled.checkpoints=100}
 * tries more.
 */
class KilledCheckpointTest {
    private static final int FLOWS = Integer.getInteger("killed.checkpoints", 2);
    private static final int KILLS = 2;
    private static final long SEED = 20261130;

    @TempDir
    private Path directory;

    @Test
    void whatWasStoredIsNotDoneAgain() throws IOException {
        Random random = new Random(SEED);
        for (int flow = 0; flow < FLOWS; flow++) {
            resumeUntilTheEnd("file:" + directory.resolve("store" + flow), random);
        }
    }

    private void resumeUntilTheEnd(String url, Random random) throws IOException {
        String origin = null;
        List<String> stored = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            List<String> said = new ArrayList<>();
            try (ChildProcess child = origin == null
                    ? ChildProcess.start(CheckpointingProcess.class, url)
                    : ChildProcess.start(CheckpointingProcess.class, url, origin)) {
                origin = child.line();
                for (int lines = 1 + random.nextInt(CheckpointingProcess.EPOCHS); lines > 0; lines--) {
                    said.add(child.line());
                }
                child.kill();
                said.addAll(child.lines());
            }
            assertThat(done(said)).filteredOn(stored::contains).as("done again").isEmpty();
            said.stream()
                    .filter(line -> line.startsWith("stored "))
                    .map(line -> line.substring("stored ".length()))
                    .forEach(stored::add);
            try (Datastore datastore = Datastore.of(url)) {
                datastore.runs().heartbeat(new RunId(origin), Instant.now().minusSeconds(60)); // as time goes by
            }
        }
        try (Datastore datastore = Datastore.of(url)) {
            List<String> said = Collections.synchronizedList(new ArrayList<>());
            Run resumed = CheckpointingProcess.run(datastore, said::add).resume(origin);

            assertThat(stored).isNotEmpty();
            assertThat(done(said)).filteredOn(stored::contains).as("done again").isEmpty();
            Run straight = CheckpointingProcess.run(datastore, line -> {}).run();
            assertThat(RecordText.of(datastore, resumed.id())).isEqualTo(RecordText.of(datastore, straight.id()));
            assertThat(Verification.of(datastore).problems()).isEmpty();
        }
    }

    private static List<String> done(List<String> said) {
        return said.stream()
                .filter(line -> line.startsWith("does "))
                .map(line -> line.substring("does ".length()))
                .toList();
    }
}
