package dev.cairn.samples.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.samples.truth.Judgement.Verdict;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Flows drawn at random, run by Cairn and step by step on plain objects: what a step reads and leaves is the same, or was announced
 * by an error, a warning, a line of the log or a failure that names the artifact. {@code -Dtruth.flows} sets how many,
 * {@code -Dcairn.seed} where they begin.
 */
class TruthTest {
    private static final int FLOWS = Integer.getInteger("truth.flows", 30);
    private static final long FIRST_SEED = Long.getLong("cairn.seed", 1);
    private static final int TOLD = 3;

    @Test
    void whatStepsReadIsWhatPlainJavaSaysOrIsAnnounced() {
        Truth truth = new Truth();
        truth.judge(FIRST_SEED, FLOWS);

        System.out.println(FLOWS + " flows from seed " + FIRST_SEED + ": " + truth);
        assertThat(truth.broken).as("flows that are no Java").isEmpty();
        assertThat(truth.unannounced.keySet())
                .as(() -> truth.unannounced.entrySet().stream()
                        .limit(TOLD)
                        .map(entry -> "seed " + entry.getKey() + "\n"
                                + Smaller.of(FlowMaker.make(entry.getKey()), entry.getValue())
                                        .story())
                        .collect(Collectors.joining("\n")))
                .isEmpty();
        assertThat(truth.count(Verdict.SAME)).as("run, and the same").isGreaterThan(FLOWS / 2);
        assertThat(truth.count(Verdict.ANNOUNCED))
                .as("run, and announced as another")
                .isGreaterThan(FLOWS / 100);
        assertThat(truth.count(Verdict.REFUSED)).as("refused").isBetween(FLOWS / 100, FLOWS / 3);
    }
}
