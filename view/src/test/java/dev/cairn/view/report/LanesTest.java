package dev.cairn.view.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.view.report.Occupancy.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Attempts on lines. */
class LanesTest {
    private static Bar bar(String task, int attempt, long start, long end) {
        return new Bar(task, attempt, start, end, Row.State.SUCCEEDED);
    }

    private static String text(List<Bar> bars) {
        return Lanes.of(bars).stream()
                .map(lane -> lane.stream()
                        .map(bar -> bar.task() + "@" + bar.attempt())
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" | "));
    }

    @Test
    void whatFollowsIsOnTheSameLineAndWhatRanAtOnceIsNot() {
        assertThat(text(List.of(bar("a", 0, 0, 10), bar("b", 0, 5, 8), bar("c", 0, 10, 12), bar("d", 0, 9, 11))))
                .isEqualTo("a@0 c@0 | b@0 d@0");
    }

    @Test
    void attemptsOfATaskStayTogetherAlsoWhileItWaits() {
        assertThat(text(List.of(bar("a", 1, 20, 30), bar("b", 0, 12, 15), bar("a", 0, 0, 10))))
                .isEqualTo("a@0 a@1 | b@0");
    }

    @Test
    void nothingCoversAnything() {
        Random random = new Random(20261130);
        List<Bar> bars = new ArrayList<>();
        for (int task = 0; task < 150; task++) {
            long start = random.nextInt(1000);
            bars.add(bar("t" + task, 0, start, start + random.nextInt(80)));
        }
        List<List<Bar>> lanes = Lanes.of(bars);
        assertThat(lanes.stream().mapToInt(List::size).sum()).isEqualTo(150);
        for (List<Bar> lane : lanes) {
            for (int i = 1; i < lane.size(); i++) {
                assertThat(lane.get(i).start())
                        .isGreaterThanOrEqualTo(lane.get(i - 1).end());
            }
        }
    }
}
