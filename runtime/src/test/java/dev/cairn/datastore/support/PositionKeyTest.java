package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskId.Index;
import dev.cairn.datastore.TaskId.Iteration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionKeyTest {
    @ParameterizedTest
    @CsvSource({
        "a, ''",
        "a/0, 10",
        "a/1, 1101",
        "a/255, 11ff",
        "a/256, 120100",
        "a/2147483647, 147fffffff",
        "a#0, 20",
        "a/3#1/0, 1103210110"
    })
    void theBytesStayAsTheyAre(String task, String hex) {
        byte[] key = PositionKey.encode(TaskId.parse(task).position());

        assertThat(HexFormat.of().formatHex(key)).isEqualTo(hex);
        assertThat(PositionKey.decode("a", key)).hasToString(task);
    }

    @Test
    void keysSortAsTheTasksDo() {
        long seed = 20261123;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            TaskId left = random(random, i);
            TaskId right = random(random, i);
            byte[] leftKey = PositionKey.encode(left.position());
            byte[] rightKey = PositionKey.encode(right.position());

            assertThat(Integer.signum(Arrays.compareUnsigned(leftKey, rightKey)))
                    .as("seed %d: %s and %s", seed, left, right)
                    .isEqualTo(Integer.signum(left.compareTo(right)));
            assertThat(PositionKey.decode("a", leftKey)).isEqualTo(left);
        }
    }

    @ParameterizedTest
    @CsvSource({"a, 30", "a/0, 1030", "a/255, 11ff30", "a/3#1, 1103210130"})
    void theEndOfAPositionIsBehindAllThatBeginWithIt(String task, String hex) {
        List<Coordinate> position = TaskId.parse(task).position();
        byte[] end = PositionKey.endOf(position);

        assertThat(HexFormat.of().formatHex(end)).isEqualTo(hex);
        assertThat(Arrays.compareUnsigned(end, PositionKey.encode(position))).isPositive();
        for (Coordinate last : List.of(new Index(Integer.MAX_VALUE), new Iteration(Integer.MAX_VALUE))) {
            List<Coordinate> within = new ArrayList<>(position);
            within.add(last);
            assertThat(Arrays.compareUnsigned(end, PositionKey.encode(within))).isPositive();
        }
    }

    @Test
    void theEndOfAPositionIsBeforeTheNextOne() {
        byte[] end = PositionKey.endOf(TaskId.parse("a/255").position());

        assertThat(Arrays.compareUnsigned(
                        end, PositionKey.encode(TaskId.parse("a/256").position())))
                .isNegative();
    }

    /** Small and alike at first, so that equal ones occur. */
    private static TaskId random(Random random, int size) {
        List<Coordinate> position = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            int bits = 1 + random.nextInt(Math.min(31, 1 + size / 100));
            int value = random.nextInt() & (int) ((1L << bits) - 1) & Integer.MAX_VALUE;
            position.add(random.nextBoolean() ? new Index(value) : new Iteration(value));
        }
        return new TaskId("a", position);
    }
}
