package dev.cairn.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValueEqualityTest {
    @Test
    void arraysAreComparedByContent() {
        assertThat(ValueEquality.equal(new int[] {1, 2}, new int[] {1, 2})).isTrue();
        assertThat(ValueEquality.equal(new int[] {1, 2}, new int[] {1, 3})).isFalse();
        assertThat(ValueEquality.equal(new int[] {1}, new long[] {1})).isFalse();
        assertThat(ValueEquality.equal(new int[][] {{1}, {2}}, new int[][] {{1}, {2}}))
                .isTrue();
        assertThat(ValueEquality.equal(new double[] {Double.NaN}, new double[] {Double.NaN}))
                .isTrue();
    }

    @Test
    void arraysInsideContainersAreComparedByContent() {
        assertThat(ValueEquality.equal(List.of(new int[] {1}), List.of(new int[] {1})))
                .isTrue();
        assertThat(ValueEquality.equal(List.of(new int[] {1}), List.of(new int[] {2})))
                .isFalse();
        assertThat(ValueEquality.equal(Map.of("a", new int[] {1}), Map.of("a", new int[] {1})))
                .isTrue();
        assertThat(ValueEquality.equal(Map.of("a", new int[] {1}), Map.of("b", new int[] {1})))
                .isFalse();
        assertThat(ValueEquality.equal(Optional.of(new int[] {1}), Optional.of(new int[] {1})))
                .isTrue();
        assertThat(ValueEquality.equal(Map.entry("a", new int[] {1}), Map.entry("a", new int[] {1})))
                .isTrue();
    }

    @Test
    void arraysInsideSetsAreMatchedOneByOne() {
        assertThat(ValueEquality.equal(Set.of(new int[] {1}, new int[] {2}), Set.of(new int[] {2}, new int[] {1})))
                .isTrue();
        assertThat(ValueEquality.equal(Set.of(new int[] {1}, new int[] {1}), Set.of(new int[] {1}, new int[] {2})))
                .isFalse();
    }

    @Test
    void nullEqualsNullOnly() {
        assertThat(ValueEquality.equal(null, null)).isTrue();
        assertThat(ValueEquality.equal(null, List.of())).isFalse();
        assertThat(ValueEquality.equal(List.of(), null)).isFalse();
    }

    @Test
    void listsOfDifferentLengthDiffer() {
        assertThat(ValueEquality.equal(List.of(1), List.of(1, 1))).isFalse();
        assertThat(ValueEquality.equal(List.of(1, 1), List.of(1))).isFalse();
    }
}
