package dev.cairn.codec.guava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ArrayTable;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Range;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.TreeBasedTable;
import com.google.common.collect.TreeMultimap;
import com.google.common.collect.TreeMultiset;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.Codecs;
import dev.cairn.codec.Encoded;
import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.TreeElsewhere;
import dev.cairn.codec.UnsupportedValueException;
import dev.cairn.codec.guava.RangeForm.Bound;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each codec, as the compiler found it for {@link GuavaFlow}. */
class GuavaCodecsTest {
    private static TreeElsewhere elsewhere;

    @BeforeAll
    static void withoutTheLibrary() {
        elsewhere = new TreeElsewhere(Range.class, RangeForm.class, GuavaFlow.class);
    }

    @AfterAll
    static void close() throws IOException {
        elsewhere.close();
    }

    static List<GuavaCase<?>> cases() {
        return GuavaCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void comesBackEqualAndOfItsKind(GuavaCase<T> each) {
        T back = roundTrip(each.codec(), each.value());

        assertThat(back).isEqualTo(each.value());
        assertThat(ArtifactFormat.encode(each.codec(), back).bytes())
                .isEqualTo(ArtifactFormat.encode(each.codec(), each.value()).bytes());
        assertThat(roundTrip(each.codec(), null)).isNull();
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void equalValuesHaveEqualBytes(GuavaCase<T> each) {
        assertThat(each.same()).isEqualTo(each.value());
        assertThat(ArtifactFormat.encode(each.codec(), each.same()).bytes())
                .isEqualTo(ArtifactFormat.encode(each.codec(), each.value()).bytes());
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void isShownWithoutGuava(GuavaCase<T> each) throws ReflectiveOperationException {
        Encoded encoded = ArtifactFormat.encode(each.codec(), each.value());
        assertThat(elsewhere.text(encoded)).isEqualTo(each.tree());
    }

    @Test
    void ordersAreKept() {
        Multiset<String> multiset =
                roundTrip(GuavaFlowCodecs.MULTISET, LinkedHashMultiset.create(List.of("c", "a", "b")));
        SetMultimap<String, Integer> multimap = roundTrip(GuavaFlowCodecs.SET_MULTIMAP, linked());

        assertThat(multiset.elementSet()).containsExactly("c", "a", "b");
        assertThat(multimap.keySet()).containsExactly("c", "a", "b");
        assertThat(roundTrip(GuavaFlowCodecs.LINKED_HASH_MULTIMAP, linked()).entries())
                .containsExactlyElementsOf(linked().entries());
        assertThat(roundTrip(GuavaFlowCodecs.MULTISET, TreeMultiset.create(List.of("b", "a"))))
                .isInstanceOf(TreeMultiset.class);
        assertThat(roundTrip(GuavaFlowCodecs.MULTISET, HashMultiset.create(List.of("b", "a"))))
                .isInstanceOf(HashMultiset.class);
    }

    private static LinkedHashMultimap<String, Integer> linked() {
        LinkedHashMultimap<String, Integer> multimap = LinkedHashMultimap.create();
        List.of("c", "a", "b", "a").forEach(key -> multimap.put(key, multimap.size()));
        return multimap;
    }

    @Test
    void comparatorsAreCode() {
        Comparator<String> reversed = Comparator.reverseOrder();
        assertRefused(
                GuavaFlowCodecs.IMMUTABLE_SORTED_SET,
                ImmutableSortedSet.orderedBy(reversed).add("a").build(),
                "an ImmutableSortedSet with a comparator cannot be stored, because the comparator is code; sort by the"
                        + " natural order");
        assertRefused(
                GuavaFlowCodecs.MULTISET,
                TreeMultiset.create(reversed),
                "a SortedMultiset with a comparator cannot be stored, because the comparator is code; sort by the natural order");
        TreeMultimap<String, Integer> multimap =
                TreeMultimap.create(Comparator.naturalOrder(), Comparator.reverseOrder());
        assertRefused(
                GuavaFlowCodecs.TREE_MULTIMAP,
                multimap,
                "a TreeMultimap with a comparator cannot be stored, because the comparator is code; sort by the natural order");
        TreeBasedTable<String, Integer, Double> table =
                TreeBasedTable.create(Comparator.naturalOrder(), Comparator.reverseOrder());
        table.put("a", 1, 0.5);
        assertRefused(
                GuavaFlowCodecs.TREE_BASED_TABLE,
                table,
                "a TreeBasedTable with a comparator cannot be stored, because the comparator is code; sort by the natural order");
    }

    @Test
    void emptyCellsWouldBeLost() {
        assertRefused(
                GuavaFlowCodecs.TABLE,
                ArrayTable.create(List.of("a"), List.of(1)),
                "an ArrayTable cannot be stored as a Table, because its empty cells would be lost; copy it into a"
                        + " HashBasedTable");
    }

    @Test
    void formsWithoutAValueAreDamage() {
        RangeForm<Integer> ends = new RangeForm<>(2, Bound.CLOSED, 1, Bound.CLOSED);
        assertThatThrownBy(() -> new RangeCodec<Integer>().fromStored(ends))
                .isInstanceOf(IllegalArgumentException.class);
        RangeForm<Integer> unbounded = new RangeForm<>(2, Bound.NONE, null, Bound.NONE);
        assertThatThrownBy(() -> new RangeCodec<Integer>().fromStored(unbounded))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an end of a range is 2, and its bound NONE");
        Encoded negative = ArtifactFormat.encode(
                Codecs.hashMap(Codecs.STRING, Codecs.BOXED_INT), new java.util.HashMap<>(Map.of("a", -1)));
        assertThatThrownBy(() -> ArtifactFormat.decode(
                        GuavaFlowCodecs.HASH_MULTISET,
                        negative.bytes(),
                        hash -> negative.schema().bytes()))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage("dev.cairn.codec.guava.HashMultisetCodec refuses what was stored:"
                        + " java.lang.IllegalArgumentException: occurrences cannot be negative: -1");
    }

    private static <T> void assertRefused(ArtifactCodec<T> codec, T value, String message) {
        assertThatThrownBy(() -> ArtifactFormat.encode(codec, value))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage(message);
    }

    private static <T> T roundTrip(ArtifactCodec<T> codec, T value) {
        Encoded encoded = ArtifactFormat.encode(codec, value);
        return ArtifactFormat.decode(
                codec, encoded.bytes(), hash -> encoded.schema().bytes());
    }
}
