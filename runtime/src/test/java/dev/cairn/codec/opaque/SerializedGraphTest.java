package dev.cairn.codec.opaque;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.UnsupportedValueException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How many visits to objects it costs to hash what a stream of the JDK's serialization has in hash tables. */
final class SerializedGraphTest {
    /** Its hash code says nothing of what it refers to; the stream does not tell. */
    private static final class Key implements Serializable {
        private static final long serialVersionUID = 1;

        @SuppressWarnings("serial") // it holds what is serializable
        private final Object content;

        Key(Object content) {
            this.content = content;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    private static class Named implements Serializable {
        private static final long serialVersionUID = 1;

        private final String name = "n";
    }

    private static final class Each extends Named {
        private static final long serialVersionUID = 1;

        private final boolean bool = true;
        private final byte octet = 1;
        private final char letter = 'a';
        private final short small = 1;
        private final int number = 1;
        private final float half = 1;
        private final long large = 1;
        private final double real = 1;
        private final int[] ints = {1, 2, 3};
        private final long[] longs = {1, 2};
        private final boolean[] bools = {true};
        private final String[] texts = {"a", null};
    }

    /** Writes more than fits into a short block. */
    private static final class Written implements Serializable {
        private static final long serialVersionUID = 1;

        private void writeObject(ObjectOutputStream stream) throws IOException {
            stream.defaultWriteObject();
            stream.write(new byte[200]);
            stream.writeObject("between");
            stream.write(new byte[5000]);
        }
    }

    private static byte[] bytes(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
            stream.writeObject(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static long hashed(Object value) {
        return SerializedGraph.hashed(bytes(value));
    }

    private static Set<Object> set(Object... elements) {
        return new HashSet<>(Arrays.asList(elements));
    }

    /** What stands before a set is passed by the right number of bytes, if the set is found. */
    private static long hashedAfter(Object before) {
        return hashed(new Object[] {before, set("a", "b", "c")});
    }

    /** A list that has one of a level less twice: 2^(levels + 1) - 1 visits. */
    private static List<Object> doubled(int levels) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < levels; i++) {
            list = new ArrayList<>(List.of(list, list));
        }
        return list;
    }

    private static Object nested(int levels) {
        Object nested = new Object[0];
        for (int i = 1; i < levels; i++) {
            nested = new Object[] {nested};
        }
        return nested;
    }

    @Test
    void theElementsOfSetsAndTheKeysOfMaps() {
        assertThat(hashed(set("a", "b", "c"))).isEqualTo(3);
        assertThat(hashed(new LinkedHashSet<>(List.of("a", "b")))).isEqualTo(2);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("a", new Object[] {"x", "y"});
        map.put("b", "z");
        assertThat(hashed(map)).isEqualTo(2);
        assertThat(hashed(new HashMap<>(map))).isEqualTo(2);
        assertThat(hashed(new Hashtable<>(map))).isEqualTo(2);
        assertThat(hashed(new HashMap<>(Map.of(new Key(List.of()), "z")))).isGreaterThan(1);
    }

    @Test
    void nothingElse() {
        assertThat(hashed("a")).isZero();
        assertThat(hashed(new ArrayList<>(List.of("a", "b")))).isZero();
        assertThat(hashed(new Each())).isZero();
    }

    @Test
    void anElementWithAllThatItRefersTo() {
        assertThat(hashed(set(set("a", "b")))).isEqualTo(2 + 3);
        assertThat(hashed(set(new Key("a")))).isEqualTo(2);
        assertThat(hashed(set(new Key(new Object[] {"a", null, "b"})))).isEqualTo(1 + 3);
        assertThat(hashed(set(new Key(new Each())))).isEqualTo(1 + 1 + 1 + 3 + 2);
        assertThat(hashed(set(TimeUnit.DAYS, String.class))).isEqualTo(2);
        assertThat(hashed(set(7, 8L))).isEqualTo(2);
    }

    @Test
    void whatIsReferredToTwiceCountsTwice() {
        assertThat(hashed(set(new Key(doubled(1))))).isEqualTo(1 + 3);
        assertThat(hashed(set(new Key(doubled(10))))).isEqualTo(1 + 2047);
        Key shared = new Key("a");
        assertThat(hashed(set(new Key(new Object[] {shared, shared})))).isEqualTo(1 + 1 + 2 + 2);
    }

    @Test
    void whatStandsBeforeIsPassed() {
        for (Object before : new Object[] {
            new Each(),
            new Written(),
            "x".repeat(70_000),
            "short",
            new double[] {1, 2},
            new short[3],
            new char[2],
            new byte[7],
            new float[1],
            new String[][] {{"a"}, {}},
            TimeUnit.DAYS,
            String.class,
            new ArrayList<>(List.of("a")),
            new Object[] {String.class, new Key("a"), TimeUnit.DAYS, new Key(TimeUnit.HOURS)},
        }) {
            assertThat(hashedAfter(before)).as(before.getClass().getName()).isEqualTo(3);
        }
    }

    @Test
    void whatIsNoStreamOfObjectsIsLeftToTheReader() {
        assertThat(SerializedGraph.hashed(new byte[0])).isZero();
        byte[] bytes = bytes(new Object[] {set("a", "b", "c")});
        assertThat(SerializedGraph.hashed(Arrays.copyOf(bytes, bytes.length - 3)))
                .isEqualTo(2);
    }

    @Test
    void hashingThatWouldNotEndIsRefused() {
        byte[] cheap = bytes(set(new Key(doubled(24))));
        assertThatCode(() -> SerializedGraph.requireCheap(cheap)).doesNotThrowAnyException();
        assertThatCode(() -> SerializedGraph.requireReadable(cheap)).doesNotThrowAnyException();

        String message =
                "its hash tables contain objects that refer to each other so often that hashing them would not end";
        for (int levels : new int[] {25, 200}) {
            byte[] dear = bytes(set(new Key(doubled(levels))));
            assertThatThrownBy(() -> SerializedGraph.requireCheap(dear))
                    .isInstanceOf(MalformedArtifactException.class)
                    .hasMessage(message);
            assertThatThrownBy(() -> SerializedGraph.requireReadable(dear))
                    .isInstanceOf(UnsupportedValueException.class)
                    .hasMessage(message);
        }
    }

    @Test
    void fiveHundredLevelsAreReadable() {
        assertThatCode(() -> SerializedGraph.requireReadable(bytes(nested(500))))
                .doesNotThrowAnyException();
        Object[] sideBySide = new Object[1000];
        Arrays.setAll(sideBySide, i -> nested(10));
        assertThatCode(() -> SerializedGraph.requireReadable(bytes(sideBySide))).doesNotThrowAnyException();

        assertThatThrownBy(() -> SerializedGraph.requireReadable(bytes(nested(501))))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage("nested more than 500 levels deep");
        assertThatCode(() -> SerializedGraph.requireCheap(bytes(nested(501)))).doesNotThrowAnyException();
    }
}
