package dev.cairn.runtime.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.runtime.values.StoredCheckpoints.Stored;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of each task that has not finished, the newest checkpoint is found, also while others are stored. */
class StoredCheckpointsTest {
    private final Datastore datastore = Datastore.inMemory();
    private final RunRecord run = Example.run("Flow");
    private final StoredCheckpoints checkpoints = new StoredCheckpoints(datastore, run.id());

    private void put(String task, int attempt) {
        checkpoints.put(
                TaskId.parse(task),
                new Checkpoint(run.id(), attempt, Instant.EPOCH, Address.ofContent(new byte[0]), Map.of(), Map.of()));
    }

    private static String key(Stored stored) {
        return stored.file().key();
    }

    @Test
    void eachTaskIsThereOnceWithItsNewest() {
        datastore.runs().create(run);
        for (int attempt : new int[] {0, 1, 2, 10}) {
            put("train/1", attempt);
        }
        put("train/10", 0);
        put("train/2", 1);

        try (Stream<Stored> unfinished = checkpoints.unfinished()) {
            assertThat(unfinished.map(StoredCheckpointsTest::key).toList())
                    .isEqualTo(List.of("checkpoint:train/10:0", "checkpoint:train/1:10", "checkpoint:train/2:1"));
        }
    }

    /** Of its values, the newest has those from the one before that have not changed, and whoever collects garbage has to see them. */
    @Test
    void theNextAttemptMayStoreOneMeanwhile() {
        datastore.runs().create(run);
        put("train/1", 0);
        put("train/2", 0);
        put("train/3", 0);

        try (Stream<Stored> unfinished = checkpoints.unfinished()) {
            Iterator<Stored> each = unfinished.iterator();
            assertThat(key(each.next())).isEqualTo("checkpoint:train/1:0");
            put("train/2", 1);
            assertThat(key(each.next())).isEqualTo("checkpoint:train/2:1");
            assertThat(key(each.next())).isEqualTo("checkpoint:train/3:0");
            assertThat(each.hasNext()).isFalse();
        }
    }
}
