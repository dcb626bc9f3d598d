package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The first elements of what is stored. */
final class FirstElementsTest {
    private final Schemas schemas = new Schemas();

    private Optional<FirstElements> first(byte[] bytes, int size, int count) throws IOException {
        return first(new ByteArrayInputStream(bytes), size, count);
    }

    private Optional<FirstElements> first(InputStream stream, int size, int count) throws IOException {
        return ArtifactFormat.firstElements(stream, size, schemas, new OpaqueTexts(Codecs::any), count);
    }

    private <T> String first(ArtifactCodec<T> codec, T value, int count) throws IOException {
        byte[] bytes = schemas.encode(codec, value);
        return first(bytes, bytes.length, count)
                .map(first -> first.tree() + " of " + first.size())
                .orElse("none");
    }

    @Test
    void ofCollections() throws IOException {
        List<String> list = List.of("a", "b", "c");
        assertThat(first(Codecs.list(Codecs.STRING), list, 2)).isEqualTo("[\"a\", \"b\"] of 3");
        assertThat(first(Codecs.list(Codecs.STRING), list, 0)).isEqualTo("[] of 3");
        assertThat(first(Codecs.list(Codecs.STRING), list, 3)).isEqualTo("[\"a\", \"b\", \"c\"] of 3");
        assertThat(first(Codecs.list(Codecs.STRING), list, 100)).isEqualTo("[\"a\", \"b\", \"c\"] of 3");
        assertThat(first(Codecs.list(Codecs.STRING), null, 2)).isEqualTo("null of 0");
        assertThat(first(Codecs.list(Codecs.STRING), List.of(), 2)).isEqualTo("[] of 0");
        assertThat(first(Codecs.set(Codecs.STRING), new TreeSet<>(list), 1)).isEqualTo("[\"a\"] of 3");
        assertThat(first(Codecs.list(Codecs.list(Codecs.STRING)), List.of(list, list), 1))
                .isEqualTo("[[\"a\", \"b\", \"c\"]] of 2");
    }

    @Test
    void ofMapsAndArrays() throws IOException {
        Map<String, Integer> map = new TreeMap<>(Map.of("a", 1, "b", 2));
        assertThat(first(Codecs.map(Codecs.STRING, Codecs.BOXED_INT), map, 1)).isEqualTo("{\"a\": 1} of 2");
        assertThat(first(Codecs.map(Codecs.STRING, Codecs.BOXED_INT), null, 1)).isEqualTo("null of 0");
        assertThat(first(Codecs.DOUBLE_ARRAY, new double[] {0.5, 1, 2}, 2)).isEqualTo("[0.5, 1.0] of 3");
        assertThat(first(Codecs.BOOLEAN_ARRAY, new boolean[] {true, false}, 1)).isEqualTo("[true] of 2");
        assertThat(first(Codecs.DOUBLE_ARRAY, null, 2)).isEqualTo("null of 0");
        assertThat(first(Codecs.array(String.class, Codecs.STRING), new String[] {"a", null}, 1))
                .isEqualTo("[\"a\"] of 2");
    }

    @Test
    void ofWhatIsDeclaredAsObject() throws IOException {
        assertThat(first(Codecs.any(), List.of(1, "b"), 1)).isEqualTo("[1] of 2");
        assertThat(first(Codecs.any(), Map.of("a", 1), 1)).isEqualTo("{\"a\": 1} of 1");
        assertThat(first(Codecs.any(), new int[] {4, 5}, 1)).isEqualTo("[4] of 2");
        assertThat(first(Codecs.any(), "text", 1)).isEqualTo("none");
    }

    @Test
    void ofWhatHasNone() throws IOException {
        assertThat(first(Codecs.STRING, "text", 1)).isEqualTo("none");
        assertThat(first(Codecs.DOUBLE, 0.5, 1)).isEqualTo("none");
        assertThat(first(Codecs.optional(Codecs.STRING), Optional.of("a"), 1)).isEqualTo("none");
        assertThat(first(Codecs.entry(Codecs.STRING, Codecs.STRING), Map.entry("a", "b"), 1))
                .isEqualTo("none");
        assertThat(first(Samples.CONFIG, new Samples.Config(1, 2, "a", Samples.Optimizer.SGD), 1))
                .isEqualTo("none");
    }

    private <T> String all(ArtifactCodec<T> codec, @Nullable T value) throws IOException {
        byte[] bytes = schemas.encode(codec, value);
        List<String> parts = new ArrayList<>();
        boolean hasElements = ArtifactFormat.forEachElements(
                new ByteArrayInputStream(bytes),
                bytes.length,
                schemas,
                new OpaqueTexts(Codecs::any),
                part -> parts.add(length(part.tree()) + " of " + part.size()));
        return hasElements ? parts.toString() : "none";
    }

    private static int length(Tree tree) {
        return tree instanceof Tree.Primitives primitives
                ? Array.getLength(primitives.array())
                : ((Tree.Sequence) tree).elements().size();
    }

    @Test
    void allOfThemSomeAtATime() throws IOException {
        assertThat(all(Codecs.INT_ARRAY, new int[1025])).isEqualTo("[512 of 1025, 512 of 1025, 1 of 1025]");
        assertThat(all(Codecs.list(Codecs.STRING), Collections.nCopies(512, "a")))
                .isEqualTo("[512 of 512]");
        assertThat(all(Codecs.list(Codecs.STRING), List.of())).isEqualTo("[0 of 0]");
        assertThat(all(Codecs.INT_ARRAY, null)).isEqualTo("[]");
        assertThat(all(Codecs.STRING, "text")).isEqualTo("none");
    }

    /** Counted in bytes: those after a buffer are never asked for. */
    @Test
    void whatFollowsIsNotRead() throws IOException {
        List<String> list = new ArrayList<>();
        for (int i = 0; i < 1_000_000; i++) {
            list.add("element " + i);
        }
        byte[] bytes = schemas.encode(Codecs.list(Codecs.STRING), list);
        Counted counted = new Counted(bytes);

        FirstElements first = first(counted, bytes.length, 100).orElseThrow();

        assertThat(first.size()).isEqualTo(1_000_000);
        assertThat(first.tree().text(100)).startsWith("[\"element 0\", ").endsWith(", \"element 99\"]");
        assertThat(bytes.length).isGreaterThan(10_000_000);
        assertThat(counted.read).isBetween(1_000, 1 << 16);
    }

    private static final class Counted extends ByteArrayInputStream {
        private int read;

        Counted(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] bytes, int offset, int length) {
            int count = super.read(bytes, offset, length);
            read += count;
            return count;
        }
    }

    @Test
    void whatFollowsIsNotMade() throws Exception {
        byte[] bytes = schemas.encode(Codecs.INT_ARRAY, new int[1_000_000]);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        first(bytes, bytes.length, 100);
        long before = threads.getThreadAllocatedBytes(id);

        first(bytes, bytes.length, 100);

        assertThat(threads.getThreadAllocatedBytes(id) - before).isLessThan(200_000);
    }

    @Test
    void damageBeforeTheLastOneIsAMalformedArtifact() {
        byte[] bytes = schemas.encode(Codecs.list(Codecs.STRING), List.of("a", "b", "c"));
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> first(cut, cut.length, 3)).isInstanceOf(MalformedArtifactException.class);
        }
    }

    @Test
    void lengthsThatTheBytesCannotHave() {
        byte[] bytes = schemas.encode(Codecs.set(Codecs.STRING), Set.of("a"));
        byte[] claims = Arrays.copyOf(bytes, bytes.length + 3);
        Arrays.fill(claims, Header.SIZE + 1, claims.length, (byte) 0x7f);
        assertThatThrownBy(() -> first(claims, claims.length, 3))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessageContaining("a length is 127");
    }
}
