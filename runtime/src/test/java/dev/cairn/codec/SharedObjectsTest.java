package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.SharedObjects.Shared;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Finds what is one object at two places, and nothing else. */
final class SharedObjectsTest {
    private static final ArtifactCodec<List<Integer>> NUMBERS = Codecs.list(Codecs.BOXED_INT);
    private static final ArtifactCodec<List<List<Integer>>> ROWS = Codecs.list(NUMBERS);
    private static final ArtifactCodec<Map<String, List<Integer>>> INDEX = Codecs.map(Codecs.STRING, NUMBERS);
    private static final BoxCodec BOX = new BoxCodec(true);
    private static final BoxCodec FIXED_BOX = new BoxCodec(false);

    /** A class that holds a list, and perhaps another box. */
    private static final class Box {
        private final List<Integer> content;
        private final @Nullable Box inner;

        private Box(List<Integer> content, @Nullable Box inner) {
            this.content = content;
            this.inner = inner;
        }
    }

    private static final class BoxCodec extends StructCodec<Box> {
        private final ArtifactCodec<Box> inner;
        private final boolean isChangeable;

        private BoxCodec(boolean isChangeable) {
            this(isChangeable, Codecs.lazy(() -> isChangeable ? BOX : FIXED_BOX));
        }

        private BoxCodec(boolean isChangeable, ArtifactCodec<Box> inner) {
            super(Box.class, "test.Box", field("content", NUMBERS), field("inner", inner));
            this.inner = inner;
            this.isChangeable = isChangeable;
        }

        @Override
        protected boolean isChangeable() {
            return isChangeable;
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, Box value) {
            NUMBERS.write(kryo, output, value.content);
            inner.write(kryo, output, value.inner);
        }

        @Override
        protected Box readFields(Kryo kryo, Input input) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected Box create(FieldValues values) {
            throw new UnsupportedOperationException();
        }
    }

    private static List<Integer> list() {
        return new ArrayList<>(List.of(1, 2));
    }

    private static <T> List<Shared> within(ArtifactCodec<T> codec, T value) {
        SharedObjects objects = new SharedObjects(1000);
        objects.look("a", codec, value);
        return objects.found();
    }

    private static <A, B> List<Shared> between(ArtifactCodec<A> codec, A value, ArtifactCodec<B> other, B otherValue) {
        SharedObjects objects = new SharedObjects(1000);
        objects.look("a", codec, value);
        objects.look("b", other, otherValue);
        return objects.found();
    }

    @Test
    void oneListInTwoValues() {
        List<Integer> list = list();
        assertThat(between(NUMBERS, list, NUMBERS, list)).containsExactly(new Shared("a", "b", "a", "b"));
        assertThat(between(NUMBERS, list, Codecs.any(), list)).containsExactly(new Shared("a", "b", "a", "b"));
    }

    @Test
    void anElementOfTheOther() {
        List<Integer> row = list();
        assertThat(between(NUMBERS, row, ROWS, List.of(list(), row)))
                .containsExactly(new Shared("a", "b", "a", "b[1]"));
        assertThat(between(ROWS, List.of(list(), row), INDEX, Map.of("k", row)))
                .containsExactly(new Shared("a", "b", "a[1]", "b -> \"k\""));
        assertThat(between(Codecs.set(NUMBERS), new HashSet<>(Set.of(row)), Codecs.optional(NUMBERS), Optional.of(row)))
                .containsExactly(new Shared("a", "b", "a -> element ArrayList", "b"));
    }

    @Test
    void twiceInOneValue() {
        List<Integer> row = list();
        assertThat(within(ROWS, List.of(row, list(), row))).containsExactly(new Shared("a", "a", "a[0]", "a[2]"));
        assertThat(within(Codecs.any(), Map.of("x", List.of(5, row, row))))
                .containsExactly(new Shared("a", "a", "a -> \"x\" -> [1]", "a -> \"x\" -> [2]"));
    }

    @Test
    void arraysAndWhatIsInThem() {
        double[] numbers = {1, 2};
        assertThat(between(Codecs.DOUBLE_ARRAY, numbers, Codecs.list(Codecs.DOUBLE_ARRAY), List.of(numbers)))
                .containsExactly(new Shared("a", "b", "a", "b[0]"));
        double[][] matrix = {numbers, {3}, numbers};
        assertThat(within(Codecs.array(double[][]::new, Codecs.DOUBLE_ARRAY), matrix))
                .containsExactly(new Shared("a", "a", "a[0]", "a[2]"));
    }

    @Test
    void classesAndWhatIsInThem() {
        List<Integer> list = list();
        Box inner = new Box(list, null);
        assertThat(between(BOX, inner, BOX, new Box(list(), inner)))
                .containsExactly(new Shared("a", "b", "a", "b -> Box.inner"));
        assertThat(between(NUMBERS, list, BOX, new Box(list(), inner)))
                .containsExactly(new Shared("a", "b", "a", "b -> Box.inner -> Box.content"));
    }

    @Test
    void ofWhatCannotChangeOnlyWhatIsInIt() {
        List<Integer> list = list();
        Box box = new Box(list, null);
        assertThat(between(FIXED_BOX, box, FIXED_BOX, box))
                .containsExactly(new Shared("a", "b", "a -> Box.content", "b -> Box.content"));
        Box frozen = new Box(List.of(1), null);
        assertThat(between(FIXED_BOX, frozen, FIXED_BOX, frozen)).isEmpty();
    }

    @Test
    void generatorsAndOtherValuesOfTheJdkThatChange() {
        Random random = new Random(1);
        BitSet bits = new BitSet();
        Date date = new Date(0);

        assertThat(between(Codecs.RANDOM, random, Codecs.list(Codecs.RANDOM), List.of(random)))
                .containsExactly(new Shared("a", "b", "a", "b[0]"));
        assertThat(within(Codecs.list(Codecs.BIT_SET), List.of(bits, bits)))
                .containsExactly(new Shared("a", "a", "a[0]", "a[1]"));
        assertThat(between(Codecs.DATE, date, Codecs.DATE, date)).containsExactly(new Shared("a", "b", "a", "b"));
    }

    @Test
    void onePairOfValuesIsOne() {
        List<Integer> row = list();
        List<List<Integer>> rows = new ArrayList<>(List.of(row, list()));
        assertThat(between(ROWS, rows, ROWS, rows)).containsExactly(new Shared("a", "b", "a", "b"));
    }

    @Test
    void acceptsWhatIsOnlyEqual() {
        assertThat(between(ROWS, List.of(list(), list()), INDEX, Map.of("k", list())))
                .isEmpty();
    }

    @Test
    void acceptsWhatCannotBeChanged() {
        String text = "text";
        assertThat(within(Codecs.list(Codecs.STRING), List.of(text, text))).isEmpty();
        for (List<Integer> list : List.of(
                List.<Integer>of(),
                List.of(1),
                List.of(1, 2, 3),
                Stream.of(1, 2, 3).toList(),
                Collections.<Integer>emptyList(),
                Collections.singletonList(1),
                Collections.unmodifiableList(new ArrayList<>(List.of(1))))) {
            assertThat(between(NUMBERS, list, NUMBERS, list))
                    .as(list.getClass().getName())
                    .isEmpty();
        }
        int[] empty = {};
        assertThat(between(Codecs.INT_ARRAY, empty, Codecs.INT_ARRAY, empty)).isEmpty();
    }

    @Test
    void knowsByTheCodecWhereThereIsNothing() {
        assertThat(SharedObjects.canBeIn(Codecs.STRING)).isFalse();
        assertThat(SharedObjects.canBeIn(Codecs.optional(Codecs.INSTANT))).isFalse();
        assertThat(SharedObjects.canBeIn(Codecs.entry(Codecs.STRING, Codecs.UUID)))
                .isFalse();
        assertThat(SharedObjects.canBeIn(Samples.OPTIMIZER)).isFalse();
        assertThat(SharedObjects.canBeIn(Samples.CONFIG)).isFalse();
        assertThat(SharedObjects.canBeIn(FIXED_BOX)).isTrue();
        assertThat(SharedObjects.canBeIn(Codecs.any())).isTrue();
        assertThat(SharedObjects.canBeIn(Codecs.optional(NUMBERS))).isTrue();
        assertThat(SharedObjects.canBeIn(Codecs.INT_ARRAY)).isTrue();
        assertThat(SharedObjects.canBeIn(Codecs.lazy(() -> Codecs.STRING))).isFalse();
        assertThat(SharedObjects.canBeIn(Codecs.lazy(() -> Codecs.INT_ARRAY))).isTrue();
        assertThat(SharedObjects.canBeIn(Codecs.lazy(() -> Codecs.optional(NUMBERS))))
                .isTrue();
    }

    @Test
    void looksAtSoManyOfEachValue() {
        List<Integer> shared = list();
        List<List<Integer>> rows = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            rows.add(list());
        }
        rows.add(8, shared);
        SharedObjects few = new SharedObjects(9);
        SharedObjects enough = new SharedObjects(10);
        for (SharedObjects objects : List.of(few, enough)) {
            objects.look("a", ROWS, rows);
            objects.look("b", NUMBERS, shared);
        }
        assertThat(few.found()).isEmpty();
        assertThat(enough.found()).containsExactly(new Shared("a", "b", "a[8]", "b"));
    }

    /** A value is written to nowhere; one of few objects may be large, too. */
    @Test
    void looksAtSoManyBytesOfEachValue() {
        List<Integer> shared = list();
        List<Object> values = List.of("x".repeat(10_000), shared);
        SharedObjects few = new SharedObjects(9);
        SharedObjects enough = new SharedObjects(11);
        for (SharedObjects objects : List.of(few, enough)) {
            objects.look("a", Codecs.any(), values);
            objects.look("b", NUMBERS, shared);
        }
        assertThat(few.found()).isEmpty();
        assertThat(enough.found()).containsExactly(new Shared("a", "b", "a[1]", "b"));
    }

    @Test
    void eachPairOfValuesIsNamed() {
        List<Integer> one = list();
        List<Integer> other = list();
        SharedObjects objects = new SharedObjects(1000);
        objects.look("a", NUMBERS, one);
        objects.look("b", NUMBERS, other);
        objects.look("c", ROWS, List.of(one, other, other));
        objects.look("d", NUMBERS, one);
        assertThat(objects.found())
                .containsExactly(
                        new Shared("a", "c", "a", "c[0]"),
                        new Shared("b", "c", "b", "c[1]"),
                        new Shared("a", "d", "a", "d"));
    }

    @Test
    void anyOfMany() {
        long seed = Long.getLong("cairn.seed", 20261129);
        System.out.println("seed of anyOfMany: " + seed);
        Random random = new Random(seed);
        for (int size : new int[] {1, 2, 17, 1000}) {
            List<List<Integer>> rows = new ArrayList<>(
                    IntStream.range(0, size).mapToObj(i -> list()).toList());
            Map<String, List<Integer>> index = new HashMap<>();
            int position = random.nextInt(size);
            for (int i = 0; i < size; i++) {
                index.put("k" + i, list());
            }
            assertThat(between(ROWS, rows, INDEX, index)).isEmpty();
            index.put("k" + random.nextInt(size), rows.get(position));
            assertThat(new SharedObjects(5000)).satisfies(objects -> {
                objects.look("a", ROWS, rows);
                objects.look("b", INDEX, index);
                assertThat(objects.found()).extracting(Shared::place).containsExactly("a[" + position + "]");
            });
        }
    }

    @Test
    void leavesNoTraceInWhatIsEncodedNext() {
        List<Integer> row = list();
        within(ROWS, List.of(row, row));
        assertThat(Schemas.roundTrip(ROWS, List.of(row, row))).isEqualTo(List.of(row, row));
    }
}
