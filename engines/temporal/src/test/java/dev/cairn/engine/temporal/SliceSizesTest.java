package dev.cairn.engine.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.common.v1.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How slices grow, and get smaller toward the end of a foreach. */
class SliceSizesTest {
    private static final int WORKERS = 8;

    /** The sizes of slices, each of which is asked for when the one before it has ended. */
    private static List<Integer> sizes(Limits limits, int items, long microsOfItem, int most) {
        SliceSizes sizes = new SliceSizes(limits, "");
        List<Integer> each = new ArrayList<>();
        for (int left = items; left > 0 && each.size() < most; left -= each.get(each.size() - 1)) {
            int size = Math.min(left, sizes.next("start", left, WORKERS));
            each.add(size);
            sizes.ended("start", size, size * microsOfItem);
        }
        return each;
    }

    @Test
    void theyGrowToAShareOfTheRestAndGetSmallerThen() {
        assertThat(sizes(Limits.STANDARD, 10_000, 1_000, 5)).containsExactly(1, 64, 620, 582, 545);
        assertThat(sizes(Limits.STANDARD, 300, 1_000, 10)).containsExactly(1, 64, 100, 100, 35);
    }

    @Test
    void theyTakeNoLongerThanASliceShould() {
        assertThat(sizes(Limits.STANDARD, 100_000, 100_000, 4)).containsExactly(1, 50, 50, 50);
        assertThat(sizes(Limits.STANDARD, 100_000, 60_000_000, 3)).containsExactly(1, 1, 1);
        assertThat(sizes(Limits.STANDARD, 10_000_000, 1, 5)).containsExactly(1, 64, 4096, 10_000, 10_000);
    }

    /** Workflows that earlier versions started do the same when they are replayed. */
    @Test
    void theyGrowAsBeforeWhereTheInputDoesNotSayHow() {
        String input = """
                {"sliceMillis": 5000, "mostItems": 10000, "mostPending": 999, "slicesOfChild": 1000, "mostEvents": 8000, \
                "heartbeatMillis": 15000}""";
        Payload payload = PayloadLimit.converter().toPayload(Limits.STANDARD).orElseThrow().toBuilder()
                .setData(com.google.protobuf.ByteString.copyFromUtf8(input))
                .build();

        Limits limits = PayloadLimit.converter().fromPayload(payload, Limits.class, Limits.class);

        assertThat(limits).isEqualTo(new Limits(5_000, 10_000, 999, 1_000, 8_000, 15_000, 8, 4));
        assertThat(sizes(limits, 10_000, 1_000, 5)).containsExactly(1, 8, 64, 310, 300);
        assertThat(Optional.of(Limits.STANDARD)
                        .flatMap(PayloadLimit.converter()::toPayload)
                        .map(each -> PayloadLimit.converter().fromPayload(each, Limits.class, Limits.class)))
                .contains(Limits.STANDARD);
    }
}
