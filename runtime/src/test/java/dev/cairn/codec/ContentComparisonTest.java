package dev.cairn.codec;

import static dev.cairn.codec.ContentComparison.Answer.DIFFERENT;
import static dev.cairn.codec.ContentComparison.Answer.EQUAL;
import static dev.cairn.codec.ContentComparison.Answer.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.ContentComparison.Answer;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What counts as the same content. */
final class ContentComparisonTest {
    /** Stored reflectively; equal if the names are, whatever the rest. */
    static final class Named {
        private final String name;
        private final int rest;

        Named(String name, int rest) {
            this.name = name;
            this.rest = rest;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Named named && name.equals(named.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    /** Stored reflectively, without equals. */
    static final class Plain {
        private final int value;

        Plain(int value) {
            this.value = value;
        }

        int value() {
            return value;
        }
    }

    /** Stored reflectively, with an equals that is of no use. */
    static final class Broken {
        private final int value;

        Broken(int value) {
            this.value = value;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            throw new IllegalStateException("no " + value);
        }

        @Override
        public int hashCode() {
            return value;
        }
    }

    /** Stored reflectively; equal to others that have another hash code. */
    static final class Careless {
        private final int value;

        Careless(int value) {
            this.value = value;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Careless careless && value / 10 == careless.value / 10;
        }

        @Override
        public int hashCode() {
            return value;
        }
    }

    private static final NamedCodec<Named> NAMED = Codecs.opaque(Named.class);
    private static final NamedCodec<Plain> PLAIN = Codecs.opaque(Plain.class);

    @Test
    void kindsAndOrderAreContent() {
        ArtifactCodec<Set<String>> set = Codecs.set(Codecs.STRING);
        assertThat(compare(set, new HashSet<>(List.of("a", "b")), Set.of("b", "a")))
                .isEqualTo(SAME);
        assertThat(compare(set, new LinkedHashSet<>(List.of("a", "b")), new LinkedHashSet<>(List.of("b", "a"))))
                .isEqualTo(DIFFERENT);
        assertThat(compare(set, new LinkedHashSet<>(List.of("a")), new TreeSet<>(List.of("a"))))
                .isEqualTo(DIFFERENT);
    }

    @Test
    void soAreTheyWhereTheTypeIsOpen() {
        ArtifactCodec<Object> any = Codecs.any();
        assertThat(compare(any, List.of(1), List.of(1))).isEqualTo(SAME);
        assertThat(compare(any, List.of(1), List.of(1L))).isEqualTo(DIFFERENT);
        assertThat(compare(any, Map.of("a", 1), new HashMap<>(Map.of("a", 1)))).isEqualTo(SAME);
        assertThat(compare(any, Map.of("a", 1), new LinkedHashMap<>(Map.of("a", 1))))
                .isEqualTo(DIFFERENT);
        assertThat(compare(any, new int[] {1}, new int[] {1})).isEqualTo(SAME);
        assertThat(compare(any, null, List.of())).isEqualTo(DIFFERENT);
        assertThat(compare(any, null, null)).isEqualTo(SAME);
    }

    @Test
    void anEqualsIsAskedOfWhatIsStoredReflectively() {
        assertThat(compare(NAMED, new Named("a", 1), new Named("a", 1))).isEqualTo(SAME);
        assertThat(compare(NAMED, new Named("a", 1), new Named("a", 2))).isEqualTo(EQUAL);
        assertThat(compare(NAMED, new Named("a", 1), new Named("b", 1))).isEqualTo(DIFFERENT);
        assertThat(compare(NAMED, null, new Named("b", 1))).isEqualTo(DIFFERENT);
    }

    @Test
    void withoutAnEqualsBytesDecide() {
        assertThat(compare(PLAIN, new Plain(1), new Plain(1))).isEqualTo(SAME);
        assertThat(compare(PLAIN, new Plain(1), new Plain(2))).isEqualTo(DIFFERENT);
        assertThat(new Plain(3).value()).isEqualTo(3);
    }

    @Test
    void anEqualsThatThrowsDecidesNothing() {
        NamedCodec<Broken> broken = Codecs.opaque(Broken.class);
        assertThat(compare(broken, new Broken(1), new Broken(1))).isEqualTo(SAME);
        assertThat(compare(broken, new Broken(1), new Broken(2))).isEqualTo(DIFFERENT);
    }

    @Test
    void anEqualsDecidesWhateverTheHashCode() {
        NamedCodec<Careless> careless = Codecs.opaque(Careless.class);
        assertThat(compare(careless, new Careless(1), new Careless(2))).isEqualTo(EQUAL);
        assertThat(compare(careless, new Careless(1), new Careless(11))).isEqualTo(DIFFERENT);
    }

    @Test
    void partsAreComparedEachByItsRule() {
        ArtifactCodec<Map<String, List<Object>>> parts =
                Codecs.map(Codecs.STRING, Codecs.list(Codecs.any(NAMED, PLAIN)));
        Map<String, List<Object>> value =
                Map.of("a", List.of(new Named("a", 1), new Plain(1)), "b", List.of(new Named("b", 1)));

        assertThat(compare(
                        parts,
                        value,
                        Map.of("a", List.of(new Named("a", 2), new Plain(1)), "b", List.of(new Named("b", 1)))))
                .isEqualTo(EQUAL);
        assertThat(compare(
                        parts,
                        value,
                        Map.of("a", List.of(new Named("a", 2), new Plain(2)), "b", List.of(new Named("b", 1)))))
                .isEqualTo(DIFFERENT);
        assertThat(compare(
                        parts,
                        value,
                        Map.of("a", List.of(new Plain(1), new Named("a", 2)), "b", List.of(new Named("b", 1)))))
                .isEqualTo(DIFFERENT);
    }

    @Test
    void setsOfValuesStoredReflectivelyAreComparedWithoutOrder() {
        ArtifactCodec<Set<Named>> set = Codecs.set(NAMED);

        assertThat(compare(
                        set,
                        Set.of(new Named("a", 9), new Named("b", 1)),
                        Set.of(new Named("b", 7), new Named("a", 2))))
                .isEqualTo(EQUAL);
        assertThat(compare(
                        set,
                        Set.of(new Named("a", 9), new Named("b", 1)),
                        Set.of(new Named("b", 7), new Named("c", 2))))
                .isEqualTo(DIFFERENT);
    }

    @Test
    void oneComparisonServesMany() {
        ContentComparison<Named> comparison = new ContentComparison<>(NAMED, new Named("a", 1));

        assertThat(comparison.with(new Named("b", 1))).isEqualTo(DIFFERENT);
        assertThat(comparison.with(new Named("a", 2))).isEqualTo(EQUAL);
        assertThat(comparison.with(new Named("a", 1))).isEqualTo(SAME);
        assertThat(comparison.with(new Named("b", 1))).isEqualTo(DIFFERENT);
    }

    /** A format that writes elements in the order of a hash table. */
    private static final class HashedCodec extends CustomCodec<HashSet<Integer>> {
        HashedCodec() {
            super(HashSet.class, "hashed/1");
        }

        @Override
        protected void write(HashSet<Integer> value, CodecOutput output) {
            value.forEach(output::writeInt);
        }

        @Override
        protected HashSet<Integer> read(CodecInput input) throws IOException {
            HashSet<Integer> value = new HashSet<>();
            while (!input.isAtEnd()) {
                value.add(input.readInt());
            }
            return value;
        }
    }

    @Test
    void ofACustomCodecItsBytesDecideNeverAnEquals() {
        HashSet<Integer> one = new HashSet<>(Arrays.asList(0, 16));
        HashSet<Integer> other = new HashSet<>(Arrays.asList(16, 0));

        assertThat(one).isEqualTo(other);
        assertThat(compare(Codecs.custom(new HashedCodec()), one, one)).isEqualTo(SAME);
        assertThat(compare(Codecs.custom(new HashedCodec()), one, other)).isEqualTo(DIFFERENT);
    }

    private static <T> Answer compare(ArtifactCodec<T> codec, @Nullable T one, @Nullable T other) {
        return new ContentComparison<>(codec, one).with(other);
    }
}
