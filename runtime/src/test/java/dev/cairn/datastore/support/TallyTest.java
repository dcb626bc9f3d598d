package dev.cairn.datastore.support;

import static dev.cairn.datastore.support.Tally.Kind.CAUGHT;
import static dev.cairn.datastore.support.Tally.Kind.FAILED;
import static dev.cairn.datastore.support.Tally.Kind.FILES;
import static dev.cairn.datastore.support.Tally.Kind.STOP_REQUESTS;
import static dev.cairn.datastore.support.Tally.Kind.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.StepCount;
import dev.cairn.datastore.TaskStatus;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Instant FIRST = Instant.parse("2026-11-23T21:13:57.042123789Z");
    private static final Instant LAST = FIRST.plusSeconds(60);
    private static final Tally TALLY = new Tally(SUCCEEDED, "train", 3, 5, FIRST, LAST);

    @Test
    void eachStatusHasItsKind() {
        assertThat(Stream.of(TaskStatus.values()).map(Tally.Kind::of)).containsExactly(SUCCEEDED, CAUGHT, FAILED);
    }

    @Test
    void theFirstKindsAreOfTasks() {
        assertThat(Tally.Kind.values()).containsExactly(SUCCEEDED, CAUGHT, FAILED, FILES, STOP_REQUESTS);
        assertThat(Stream.of(Tally.Kind.values()).filter(Tally.Kind::isOfTasks))
                .containsExactly(SUCCEEDED, CAUGHT, FAILED);
        assertThat(Stream.of(Tally.Kind.values()).filter(Tally.Kind::isOfFinishedTasks))
                .containsExactly(SUCCEEDED, CAUGHT);
    }

    @Test
    void aCountIsWithoutTheDigest() {
        assertThat(new Tally(CAUGHT, "train", 3, 5, FIRST, LAST).count())
                .isEqualTo(new StepCount("train", TaskStatus.CAUGHT, 3, FIRST, LAST));
    }

    @Test
    void ofTwoTheSumGoesFromTheEarlierStartToTheLaterEnd() {
        Tally inside = new Tally(SUCCEEDED, "train", 40, -7, FIRST.plusSeconds(1), LAST.minusSeconds(1));
        Tally around = new Tally(SUCCEEDED, "train", 1, Long.MAX_VALUE, FIRST.minusSeconds(1), LAST.plusSeconds(1));

        assertThat(TALLY.plus(inside)).isEqualTo(new Tally(SUCCEEDED, "train", 43, -2, FIRST, LAST));
        assertThat(TALLY.plus(around))
                .isEqualTo(new Tally(
                        SUCCEEDED, "train", 4, Long.MIN_VALUE + 4, FIRST.minusSeconds(1), LAST.plusSeconds(1)));
    }

    /** Every later version has to compute the same one. */
    @Test
    void theChecksumIsThatOfAllParts() {
        RecordWriter parts = new RecordWriter();
        parts.number(7);
        parts.octet(0);
        parts.text("train");
        parts.number(3);
        parts.number(5);
        parts.time(FIRST);
        parts.time(LAST);

        assertThat(TALLY.checksum(7)).isEqualTo(parts.checksum()).isEqualTo(0xa53315d1L);
    }

    @Test
    void whateverPartIsAnotherSoIsTheChecksum() {
        assertThat(Stream.of(
                        TALLY.checksum(7),
                        TALLY.checksum(8),
                        new Tally(CAUGHT, "train", 3, 5, FIRST, LAST).checksum(7),
                        new Tally(SUCCEEDED, "score", 3, 5, FIRST, LAST).checksum(7),
                        new Tally(SUCCEEDED, "train", 4, 5, FIRST, LAST).checksum(7),
                        new Tally(SUCCEEDED, "train", 3, 6, FIRST, LAST).checksum(7),
                        new Tally(SUCCEEDED, "train", 3, 5, FIRST.plusNanos(1), LAST).checksum(7),
                        new Tally(SUCCEEDED, "train", 3, 5, FIRST, LAST.plusNanos(1)).checksum(7)))
                .doesNotHaveDuplicates();
    }
}
