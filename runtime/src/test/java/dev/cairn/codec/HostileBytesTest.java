package dev.cairn.codec;

import static dev.cairn.codec.Versioned.of;
import static dev.cairn.codec.Versioned.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import com.sun.management.ThreadMXBean;
import dev.cairn.codec.collection.CollectionKind;
import dev.cairn.codec.internal.BlockFormat;
import dev.cairn.codec.internal.Presence;
import dev.cairn.codec.union.AnyTags;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Bytes with a right address that somebody made so that reading them takes all memory, or all time. */
final class HostileBytesTest {
    private static final int SIZE = 1 << 20;
    private static final int SMALL_SIZE = 1 << 16;
    private static final EnumCodec<LargeEnum> LARGE = Codecs.enumeration(LargeEnum.class, LargeEnum.values());

    private final Schemas schemas = new Schemas();

    /** How many bytes are allocated per byte while something is read, or refused. */
    private static double ratio(int size, Runnable reading) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(id);
        try {
            reading.run();
        } catch (CodecException e) {
            // refused, which is as good
        }
        return (threads.getThreadAllocatedBytes(id) - before) / (double) size;
    }

    private static double typed(ArtifactCodec<?> codec, byte[] payload) {
        byte[] hash = codec.schema().hash();
        return ratio(
                payload.length,
                () -> ArtifactFormat.decodePayload(codec, new Input(payload), hash, unused -> {
                    throw new AssertionError();
                }));
    }

    private static double tree(ArtifactCodec<?> codec, byte[] payload) {
        return ratio(payload.length, () -> ArtifactFormat.treeOfPayload(new Input(payload), codec.schema()));
    }

    /** A collection of as many elements as there are bytes for, each of these bytes. */
    private static byte[] repeated(int... element) {
        return filled(SIZE, element);
    }

    private static byte[] filled(int size, int... element) {
        byte[] payload = new byte[size];
        int count = (size - 4) / element.length;
        // The length plus one as a varint of three bytes, the elements, and as many nulls or zeros as bytes are left.
        int stored = count + 1;
        payload[0] = (byte) (stored & 0x7F | 0x80);
        payload[1] = (byte) (stored >>> 7 & 0x7F | 0x80);
        payload[2] = (byte) (stored >>> 14);
        for (int i = 0; i < count * element.length; i++) {
            payload[3 + i] = (byte) element[i % element.length];
        }
        return Arrays.copyOf(payload, 3 + count * element.length);
    }

    @Test
    void emptyEnumMapsOfALargeEnum() {
        ArtifactCodec<?> codec = Codecs.list(Codecs.enumMap(LARGE, Codecs.STRING));
        byte[] payload = repeated(1);

        assertThat(typed(codec, payload)).isLessThan(32);
        assertThat(tree(codec, payload)).isLessThan(32);
        assertThatThrownBy(() -> ArtifactFormat.decodePayload(
                        codec, new Input(payload), codec.schema().hash(), unused -> new byte[0]))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessageEndingWith("its enum sets or maps need far more memory than there are bytes");
        ArtifactCodec<?> open = Codecs.list(Codecs.map(LARGE, Codecs.STRING));
        assertThat(typed(open, repeated(CollectionKind.ENUM.ordinal(), 0))).isLessThan(32);
    }

    @Test
    void emptyEnumSetsOfALargeEnum() {
        assertThat(typed(Codecs.list(Codecs.set(LARGE)), repeated(CollectionKind.ENUM.ordinal(), 0)))
                .isLessThan(32);
    }

    @Test
    void enumMapsAsTheyAreUsedAreStoredAndRead() {
        List<EnumMap<LargeEnum, Integer>> maps = new ArrayList<>();
        List<EnumSet<LargeEnum>> sets = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            maps.add(new EnumMap<>(Map.of(LargeEnum.values()[i], i)));
            sets.add(EnumSet.of(LargeEnum.values()[i]));
        }
        ArtifactCodec<List<EnumMap<LargeEnum, Integer>>> codec = Codecs.list(Codecs.enumMap(LARGE, Codecs.INT));
        assertThat(schemas.decode(codec, schemas.encode(codec, maps))).isEqualTo(maps);
        ArtifactCodec<List<EnumSet<LargeEnum>>> setCodec = Codecs.list(Codecs.enumSet(LARGE));
        assertThat(schemas.decode(setCodec, schemas.encode(setCodec, sets))).isEqualTo(sets);
    }

    @Test
    void whatCouldNotBeReadIsNotStored() {
        List<EnumMap<LargeEnum, Integer>> maps = new ArrayList<>();
        EnumMap<LargeEnum, Integer> empty = new EnumMap<>(LargeEnum.class);
        for (int i = 0; i < 2000; i++) {
            maps.add(empty);
        }
        assertThatThrownBy(() -> schemas.encode(Codecs.list(Codecs.enumMap(LARGE, Codecs.INT)), maps))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessageEndingWith(
                        "its enum sets or maps have room for far more constants than are in them; use TreeSets or"
                                + " TreeMaps, which keep the same order");
    }

    /** Values of one byte of which each has to be an object of its own, since it can be changed. */
    @Test
    void emptyCollectionsTakeWhatTheyAreAndAReference() {
        assertTakes(Codecs.list(Codecs.STRING), ArrayList::new);
        assertTakes(Codecs.array(String[]::new, Codecs.STRING), () -> new String[0]);
        assertTakes(Codecs.INT_ARRAY, () -> new int[0]);
        assertTakes(Codecs.hashMap(Codecs.STRING, Codecs.STRING), HashMap::new);
        assertTakes(Codecs.linkedHashMap(Codecs.STRING, Codecs.STRING), LinkedHashMap::new);
        assertTakes(Codecs.treeMap(Codecs.STRING, Codecs.STRING), TreeMap::new);
        assertTakes(Codecs.hashSet(Codecs.STRING), HashSet::new);
        assertTakes(Codecs.linkedHashSet(Codecs.STRING), LinkedHashSet::new);
        assertTakes(Codecs.treeSet(Codecs.STRING), TreeSet::new);
    }

    private static void assertTakes(ArtifactCodec<?> codec, Supplier<Object> empty) {
        Object[] made = new Object[SMALL_SIZE];
        typed(Codecs.list(codec), filled(SMALL_SIZE, 1)); // what is made once is made now
        double own = ratio(SMALL_SIZE, () -> Arrays.setAll(made, i -> empty.get()));
        double reference = ratio(SMALL_SIZE, made::clone);

        assertThat(typed(Codecs.list(codec), filled(SMALL_SIZE, 1)))
                .as("%s", codec.type())
                .isLessThan(own + reference + 0.5);
    }

    @Test
    void whatIsSmallAndCannotBeChangedIsMadeOnce() {
        assertThat(typed(Codecs.list(Codecs.STRING), repeated(1))).isLessThan(9);
        assertThat(typed(Codecs.list(Codecs.optional(Codecs.STRING)), repeated(1)))
                .isLessThan(9);
        assertThat(typed(Codecs.list(Codecs.BOXED_LONG), repeated(1, 5))).isLessThan(9);
    }

    @Test
    void treesOfSmallValues() {
        assertThat(tree(Codecs.list(Codecs.map(Codecs.STRING, Codecs.STRING)), repeated(2, 0)))
                .isLessThan(32);
        assertThat(tree(Codecs.list(Codecs.hashMap(Codecs.STRING, Codecs.STRING)), repeated(1)))
                .isLessThan(32);
        assertThat(tree(Codecs.list(Codecs.set(Codecs.STRING)), repeated(2, 0))).isLessThan(32);
        assertThat(tree(Codecs.list(Codecs.list(Codecs.list(Codecs.INT))), repeated(1)))
                .isLessThan(32);
        assertThat(tree(Codecs.list(Codecs.INT_ARRAY), repeated(0))).isLessThan(32);
        assertThat(tree(Codecs.list(Codecs.BOOLEAN), repeated(1))).isLessThan(32);
        assertThat(tree(Codecs.list(Codecs.optional(Codecs.STRING)), repeated(1)))
                .isLessThan(32);
        assertThat(tree(Codecs.list(Samples.OPTIMIZER), repeated(1))).isLessThan(32);
        assertThat(tree(Codecs.list(of(with("a", Codecs.STRING))), repeated(1, 0)))
                .isLessThan(32);
        assertThat(tree(Codecs.list(of()), repeated(1))).isLessThan(32);
        assertThat(tree(Codecs.any(), any(repeated(AnyTags.NULL)))).isLessThan(32);
    }

    /** What all of them have in common is there once: the name of their class. */
    @Test
    void treesOfOpaqueValues() {
        ArtifactCodec<?> codec = HostileOpaque.of(1, new Random(1)).codec();
        assertThat(tree(codec, repeated(1, 1))).isLessThan(32);
    }

    /** Offsets other than those of quarters of an hour, of one, two and three bytes. */
    @Test
    void offsets() {
        assertThat(typed(Codecs.list(Codecs.ZONE_OFFSET), repeated(1, 2))).isLessThan(32);
        assertThat(typed(Codecs.list(Codecs.ZONE_OFFSET), repeated(1, 0x82, 0x01)))
                .isLessThan(32);
        assertThat(typed(Codecs.list(Codecs.ZONE_OFFSET), repeated(1, 0x82, 0x80, 0x01)))
                .isLessThan(40); // 21 without what the JDK allocates to make its text
        assertThat(typed(Codecs.list(Codecs.OFFSET_TIME), repeated(1, 2, 0x82, 0x01)))
                .isLessThan(32);
        assertThat(typed(Codecs.list(Codecs.OFFSET_DATE_TIME), repeated(1, 2, 2, 2)))
                .isLessThan(32);
        assertThat(tree(Codecs.list(Codecs.ZONE_OFFSET), repeated(1, 2))).isLessThan(32);
    }

    private static byte[] any(byte[] list) {
        byte[] payload = new byte[list.length + 2];
        payload[0] = (byte) AnyTags.COLLECTION;
        payload[1] = (byte) CollectionKind.LIST.ordinal();
        System.arraycopy(list, 0, payload, 2, list.length);
        return payload;
    }

    /** Each of 500 nested lists claims as many elements as there are bytes left. */
    @Test
    void nestedListsThatEachClaimAllThatIsLeft() {
        Versioned[] node = new Versioned[1];
        node[0] =
                Versioned.named("com.acme.Node", List.of(), with("children", Codecs.list(Codecs.lazy(() -> node[0]))));
        byte[] payload = new byte[70_000];
        for (int i = 0; i + 4 < 2000; i += 4) {
            payload[i] = 1;
            payload[i + 1] = (byte) (60_000 & 0x7F | 0x80);
            payload[i + 2] = (byte) (60_000 >>> 7 & 0x7F | 0x80);
            payload[i + 3] = (byte) (60_000 >>> 14);
        }
        assertThat(typed(node[0], payload)).isLessThan(32);
        assertThat(tree(node[0], payload)).isLessThan(32);
    }

    static final class Holder implements Serializable {
        private static final long serialVersionUID = 1;

        @SuppressWarnings("serial") // it holds whatever a test puts there
        final @Nullable Object value;

        Holder(@Nullable Object value) {
            this.value = value;
        }
    }

    private static final NamedCodec<Holder> OPAQUE = Codecs.opaque(Holder.class, Holder.class);

    private byte[] stored(@Nullable Object value) {
        return schemas.encode(OPAQUE, new Holder(value));
    }

    /** As {@link #stored}, but by somebody who does not look whether it can be read. */
    private byte[] storedBlindly(Object value) {
        byte[] ours = stored(null); // so that the schema is known
        Output output = new Output(1 << 10, -1);
        output.writeBytes(ours, 0, Header.SIZE);
        Presence.write(output, value);
        try {
            BlockFormat.write(output, block -> new ObjectOutputStream(block).writeObject(new Holder(value)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return output.toBytes();
    }

    /** Sets in sets, each with two references to the next: whoever hashes the outermost visits 2 to the power of 100 objects. */
    private static Set<Object> bomb(int depth) {
        Set<Object> root = new HashSet<>();
        Set<Object> one = root;
        Set<Object> other = new HashSet<>();
        for (int i = 0; i < depth; i++) {
            Set<Object> nextOne = new HashSet<>();
            Set<Object> nextOther = new HashSet<>();
            nextOne.add("x");
            one.add(nextOne);
            one.add(nextOther);
            other.add(nextOne);
            other.add(nextOther);
            one = nextOne;
            other = nextOther;
        }
        return root;
    }

    @Test
    void setsInSetsThatWouldBeHashedForEver() {
        byte[] artifact = storedBlindly(bomb(100));
        assertThat(artifact.length).isLessThan(8000);
        assertThatThrownBy(() -> schemas.decode(OPAQUE, artifact))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessageEndingWith("its hash tables contain objects that refer to each other"
                        + " so often that hashing them would not end");
        assertThatThrownBy(() -> stored(bomb(100)))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage("its hash tables contain objects that refer to each other"
                        + " so often that hashing them would not"
                        + " end");
        byte[] small = stored(bomb(8));
        assertThat(schemas.decode(OPAQUE, small)).isNotNull();
    }

    private static Holder chain(int length) {
        Holder chain = new Holder(null);
        for (int i = 1; i < length; i++) {
            chain = new Holder(chain);
        }
        return chain;
    }

    @Test
    void whatIsNestedTooDeepIsNotStoredAndNotRead() {
        int stored = 0;
        for (int length = 480; length < 520; length++) {
            Holder chain = chain(length);
            try {
                byte[] artifact = stored(chain);
                stored++;
                assertThat(schemas.decode(OPAQUE, artifact)).isNotNull();
            } catch (UnsupportedValueException e) {
                assertThat(e).hasMessage("nested more than 500 levels deep");
            }
        }
        assertThat(stored).isBetween(18, 20);
        byte[] artifact = storedBlindly(chain(520));
        assertThatThrownBy(() -> schemas.decode(OPAQUE, artifact))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage("nested more than 500 levels deep");
    }

    @Test
    void anArrayThatClaimsMoreThanThereIsIsRefused() {
        byte[] artifact = stored(new int[] {1, 2, 3});
        artifact[artifact.length - 3 * Integer.BYTES - 3] = 1; // 65,539 elements
        assertThatThrownBy(() -> schemas.decode(OPAQUE, artifact))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage("its arrays and references say more elements than there are bytes");
    }

    @Test
    void whatIsSharedAndHashedByNobodyIsRead() {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            list = new ArrayList<>(List.of(list, list));
        }
        Holder read = schemas.decode(OPAQUE, stored(new Object[] {list, new HashMap<>(Map.of("key", 1))}));
        assertThat(read).isNotNull();
        assertThat(read.value).isInstanceOf(Object[].class);
    }

    @Test
    void whatIsSharedButCheapIsRead() {
        List<String> shared = new ArrayList<>(List.of("a", "b"));
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            map.put("key" + i, shared);
        }
        Holder read = schemas.decode(OPAQUE, stored(new ArrayList<>(List.of(map, map, 1, 2.5, new int[3]))));
        assertThat(read).isNotNull();
        assertThat(read.value)
                .isEqualTo(List.of(map, map, 1, 2.5, read.value instanceof List<?> list ? list.get(4) : ""));
    }

    /** Bytes that are random, or few different ones, or those of values with some changed, for codecs of all kinds. */
    @Test
    void noCodecAllocatesOutOfProportion() {
        long seed = 20261129;
        Random random = new Random(seed);
        double worst = 0;
        String worstOf = "";
        int inputs = 0;
        for (int i = 0; i < 150; i++) {
            ArtifactCodec<?> codec = Codecs.list(new RandomTypes(random).type(3).codec());
            for (int kind = 0; kind < 4; kind++) {
                byte[] payload = payload(random, kind);
                double ratio = Math.max(typed(codec, payload), tree(codec, payload));
                inputs++;
                if (ratio > worst) {
                    worst = ratio;
                    worstOf = codec.type() + ", input " + inputs;
                }
            }
        }
        // An empty LinkedHashSet is 72 bytes, made of the one byte that says so, and a struct of one such field 16
        // more.
        assertThat(worst).as("seed %s, %s", seed, worstOf).isLessThan(96);
    }

    private static byte[] payload(Random random, int kind) {
        byte[] payload = filled(SMALL_SIZE, 1);
        if (kind == 0) {
            random.nextBytes(payload);
        } else {
            for (int i = 3; i < payload.length; i++) {
                payload[i] = (byte) random.nextInt(kind + 1);
            }
        }
        return payload;
    }
}
