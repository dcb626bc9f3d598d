package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskId.Index;
import dev.cairn.datastore.TaskId.Iteration;
import dev.cairn.datastore.support.PositionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StepEntriesTest {
    @Test
    void everyEntryIsFoundAndNothingElse() {
        StepEntries entries = new StepEntries();
        List<byte[]> positions = new ArrayList<>();
        for (int element = 0; element < 40; element += 2) {
            for (int iteration = 0; iteration < 300; iteration += 3) {
                byte[] position = position(new Index(element), new Iteration(iteration));
                positions.add(position);
                assertThat(entries.add(position, 0, positions.size())).isTrue();
                assertThat(entries.add(position, 2, -positions.size())).isTrue();
            }
        }

        Random random = new Random(1);
        for (int i = 0; i < 5000; i++) {
            int element = random.nextInt(42);
            int iteration = random.nextInt(310);
            boolean there = element % 2 == 0 && element < 40 && iteration % 3 == 0 && iteration < 300;
            byte[] position = position(new Index(element), new Iteration(iteration));
            assertThat(entries.contains(position, 0)).isEqualTo(there);
            assertThat(entries.contains(position, 1)).isFalse();
            assertThat(entries.contains(position, 2)).isEqualTo(there);
        }
        for (int i = 0; i < positions.size(); i++) {
            assertThat(entries.before(positions.get(i), 0)).isEqualTo(2 * i);
            assertThat(entries.number(2 * i)).isEqualTo(i + 1);
            assertThat(entries.number(2 * i + 1)).isEqualTo(-i - 1);
        }
        assertThat(entries.before(PositionKey.endOf(List.of()), 0)).isEqualTo(2 * positions.size());
    }

    @Test
    void whatIsOutOfOrderIsNotTaken() {
        StepEntries entries = new StepEntries();
        assertThat(entries.add(position(new Index(3)), 1, 1)).isTrue();
        assertThat(entries.add(position(new Index(3)), 1, 2)).isFalse();
        assertThat(entries.add(position(new Index(3)), 0, 3)).isFalse();
        assertThat(entries.add(position(new Index(2)), 5, 4)).isFalse();
        assertThat(entries.add(position(new Index(4)), 0, 5)).isTrue();
        assertThat(entries.before(position(new Index(9)), 0)).isEqualTo(2);
    }

    private static byte[] position(Coordinate... coordinates) {
        return PositionKey.encode(List.of(coordinates));
    }
}
