package dev.cairn.view.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Numbers of which more may come than can be drawn. */
class NumberSeriesTest {
    @Test
    void fewNumbersAreKept() {
        NumberSeries series = NumberSeries.of(new double[] {3, 1, Double.NaN, 2});
        assertThat(series.groups()).isEqualTo(4);
        assertThat(series.isGrouped()).isFalse();
        assertThat(series.mean(0)).isEqualTo(3);
        assertThat(series.isEmpty(2)).isTrue();
        assertThat(series.count()).isEqualTo(3);
        assertThat(series.minimum()).isEqualTo(1);
        assertThat(series.maximum()).isEqualTo(3);
        assertThat(series.mean()).isEqualTo(2);
    }

    @Test
    void manyAreGroupedWithTheirLeastAndGreatest() {
        NumberSeries series = new NumberSeries(1_000_000);
        IntStream.range(0, 1_000_000).forEach(i -> series.add(i, i));
        assertThat(series.groups()).isEqualTo(240);
        assertThat(series.isGrouped()).isTrue();
        assertThat(series.least(0)).isZero();
        assertThat(series.greatest(0)).isEqualTo(4166);
        assertThat(series.mean(0)).isEqualTo(2083);
        assertThat(series.greatest(239)).isEqualTo(999_999);
        assertThat(series.count()).isEqualTo(1_000_000);
    }

    @Test
    void moreThanExpectedGoesIntoTheLastGroup() {
        NumberSeries series = new NumberSeries(2);
        series.add(5, 7);
        assertThat(series.mean(1)).isEqualTo(7);
    }
}
