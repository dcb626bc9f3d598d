package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.Samples.Optimizer;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Equal values of one kind are equal bytes, and the JDK's classes do not show. */
final class CanonicalBytesTest {
    private static final ArtifactCodec<Set<String>> SET = Codecs.set(Codecs.STRING);
    private static final ArtifactCodec<Map<String, Integer>> MAP = Codecs.map(Codecs.STRING, Codecs.BOXED_INT);
    private static final ArtifactCodec<List<String>> LIST = Codecs.list(Codecs.STRING);

    private static <T> String hex(ArtifactCodec<T> codec, T value) {
        return HexFormat.of().formatHex(ArtifactFormat.encode(codec, value).bytes());
    }

    @Test
    void historyAndCapacityOfAHashMapDoNotShow() {
        long seed = Long.getLong("cairn.seed", 20261125);
        System.out.println("seed of historyAndCapacityOfAHashMapDoNotShow: " + seed);
        Random random = new Random(seed);
        for (int size : new int[] {0, 1, 2, 5, 200}) {
            List<String> keys = new ArrayList<>(IntStream.range(0, size)
                    .mapToObj(i -> i % 3 == 0 ? "Aa".repeat(i % 5) + i : "BB".repeat(i % 5) + i)
                    .toList());
            Map<String, Integer> first = new HashMap<>();
            keys.forEach(key -> first.put(key, key.length()));
            Collections.shuffle(keys, random);
            Map<String, Integer> second = new HashMap<>(1 << 12);
            second.put("gone", 1);
            keys.forEach(key -> second.put(key, key.length()));
            second.remove("gone");
            assertThat(hex(MAP, second)).isEqualTo(hex(MAP, first));
            assertThat(hex(MAP, new ConcurrentHashMap<>(second))).isEqualTo(hex(MAP, first));
            assertThat(hex(MAP, new Hashtable<>(second))).isEqualTo(hex(MAP, first));
            assertThat(hex(MAP, Map.copyOf(second))).isEqualTo(hex(MAP, first));
            assertThat(hex(MAP, Collections.unmodifiableMap(second))).isEqualTo(hex(MAP, first));
            assertThat(hex(SET, second.keySet())).isEqualTo(hex(SET, new HashSet<>(keys)));
        }
    }

    @Test
    void collidingKeysInAnyOrder() {
        Map<String, Integer> one = new HashMap<>();
        one.put("Aa", 1);
        one.put("BB", 2);
        Map<String, Integer> other = new HashMap<>();
        other.put("BB", 2);
        other.put("Aa", 1);
        assertThat(hex(MAP, other)).isEqualTo(hex(MAP, one));
    }

    @Test
    void unorderedSetsOfEveryClass() {
        String expected = hex(SET, new HashSet<>(List.of("a", "b", "c")));
        Set<String> concurrent = ConcurrentHashMap.newKeySet();
        concurrent.addAll(List.of("c", "b", "a"));
        for (Set<String> set : List.of(
                Set.of("c", "a", "b"),
                Collections.unmodifiableSet(new HashSet<>(List.of("b", "a", "c"))),
                Collections.synchronizedSet(new HashSet<>(List.of("b", "a", "c"))),
                new HashMap<>(Map.of("a", 1, "b", 2, "c", 3)).keySet(),
                Map.of("a", 1, "b", 2, "c", 3).keySet(),
                Stream.of("a", "b", "c").collect(Collectors.toSet()),
                concurrent)) {
            assertThat(hex(SET, set)).as(set.getClass().getName()).isEqualTo(expected);
        }
        assertThat(hex(SET, Collections.singleton("a"))).isEqualTo(hex(SET, Set.of("a")));
        assertThat(hex(SET, Collections.emptySet())).isEqualTo(hex(SET, Set.of()));
        assertThat(hex(MAP, Collections.singletonMap("a", 1))).isEqualTo(hex(MAP, Map.of("a", 1)));
        assertThat(hex(MAP, Collections.emptyMap())).isEqualTo(hex(MAP, new HashMap<>()));
    }

    @Test
    void orderOfInsertionIsKeptAlsoBehindViews() {
        LinkedHashSet<String> set = new LinkedHashSet<>(List.of("c", "a", "b"));
        LinkedHashMap<String, Integer> map = new LinkedHashMap<>();
        set.forEach(key -> map.put(key, 1));
        String expected = hex(SET, set);
        assertThat(hex(SET, Collections.unmodifiableSet(set))).isEqualTo(expected);
        assertThat(hex(SET, map.keySet())).isEqualTo(expected);
        assertThat(hex(MAP, Collections.unmodifiableMap(map))).isEqualTo(hex(MAP, map));
        assertThat(expected).isNotEqualTo(hex(SET, new HashSet<>(set)));
        assertThat(Schemas.roundTrip(SET, set))
                .isExactlyInstanceOf(LinkedHashSet.class)
                .containsExactly("c", "a", "b");
        assertThat(Schemas.roundTrip(MAP, map)).isExactlyInstanceOf(LinkedHashMap.class);
        assertThat(Schemas.roundTrip(MAP, map).keySet()).containsExactly("c", "a", "b");
    }

    @Test
    void setsOfOtherMakersKeepTheirOrder() {
        Set<String> foreign = new AbstractSet<>() {
            @Override
            public Iterator<String> iterator() {
                return List.of("z", "a").iterator();
            }

            @Override
            public int size() {
                return 2;
            }
        };
        assertThat(Schemas.roundTrip(SET, foreign))
                .isExactlyInstanceOf(LinkedHashSet.class)
                .containsExactly("z", "a");
    }

    @Test
    void sortedKindsOfEveryClass() {
        TreeMap<String, Integer> map = new TreeMap<>(Map.of("b", 1, "a", 2));
        assertThat(hex(MAP, new ConcurrentSkipListMap<>(map))).isEqualTo(hex(MAP, map));
        assertThat(hex(MAP, new TreeMap<>(map).headMap("z"))).isEqualTo(hex(MAP, map));
        assertThat(Schemas.roundTrip(MAP, map))
                .isExactlyInstanceOf(TreeMap.class)
                .isEqualTo(map);
        assertThat(Schemas.roundTrip(SET, new TreeSet<>(List.of("b", "a")))).isExactlyInstanceOf(TreeSet.class);
        TreeSet<String> natural = new TreeSet<>(Comparator.<String>naturalOrder());
        natural.add("a");
        assertThat(hex(SET, natural)).isEqualTo(hex(SET, new TreeSet<>(List.of("a"))));
    }

    @Test
    void unorderedKindsComeBackAsHashSetAndHashMap() {
        assertThat(Schemas.roundTrip(SET, Set.of("a")))
                .isExactlyInstanceOf(HashSet.class)
                .containsExactly("a");
        assertThat(Schemas.roundTrip(MAP, Map.of("a", 1)))
                .isExactlyInstanceOf(HashMap.class)
                .isEqualTo(Map.of("a", 1));
    }

    @Test
    void listsOfEveryClassAreLists() {
        String expected = hex(LIST, new ArrayList<>(List.of("a", "b")));
        for (List<String> list : List.of(
                List.of("a", "b"),
                Arrays.asList("a", "b"),
                Stream.of("a", "b").toList(),
                List.of("x", "a", "b").subList(1, 3),
                Collections.unmodifiableList(new ArrayList<>(List.of("a", "b"))),
                new CopyOnWriteArrayList<>(List.of("a", "b")))) {
            assertThat(hex(LIST, list)).as(list.getClass().getName()).isEqualTo(expected);
        }
        assertThat(Schemas.roundTrip(LIST, List.of("a"))).isExactlyInstanceOf(ArrayList.class);
        assertThat(hex(LIST, Collections.nCopies(2, "a"))).isEqualTo(hex(LIST, List.of("a", "a")));
    }

    @Test
    void sharingDoesNotShow() {
        ArtifactCodec<List<List<String>>> codec = Codecs.list(LIST);
        List<String> shared = new ArrayList<>(List.of("a"));
        assertThat(hex(codec, List.of(shared, shared)))
                .isEqualTo(hex(codec, List.of(List.of(new String("a")), new ArrayList<>(List.of("a")))));
    }

    @Test
    void enumSetsAndMapsAreKindsOfTheirOwn() {
        ArtifactCodec<Set<Optimizer>> set = Codecs.set(Samples.OPTIMIZER);
        ArtifactCodec<Map<Optimizer, String>> map = Codecs.map(Samples.OPTIMIZER, Codecs.STRING);
        assertThat(Schemas.roundTrip(set, EnumSet.of(Optimizer.ADAM)))
                .isInstanceOf(EnumSet.class)
                .containsExactly(Optimizer.ADAM);
        assertThat(Schemas.roundTrip(set, EnumSet.noneOf(Optimizer.class)))
                .isInstanceOf(EnumSet.class)
                .isEmpty();
        assertThat(Schemas.roundTrip(map, new EnumMap<>(Optimizer.class)))
                .isInstanceOf(EnumMap.class)
                .isEmpty();
        assertThat(Schemas.roundTrip(set, new HashSet<>(List.of(Optimizer.SGD))))
                .isExactlyInstanceOf(HashSet.class);
    }

    @Test
    void aCollectionKeepsTheKindOfItsValue() {
        ArtifactCodec<Collection<String>> codec = Codecs.collection(Codecs.STRING);
        assertThat(Schemas.roundTrip(codec, List.of("a"))).isExactlyInstanceOf(ArrayList.class);
        assertThat(Schemas.roundTrip(codec, Set.of("a"))).isExactlyInstanceOf(HashSet.class);
        assertThat(Schemas.roundTrip(codec, new TreeSet<>(Set.of("a")))).isExactlyInstanceOf(TreeSet.class);
        assertThat(Schemas.roundTrip(codec, Map.of("k", "a").values())).isExactlyInstanceOf(ArrayList.class);
        assertThat(Schemas.roundTrip(
                        Codecs.iterable(Codecs.STRING), () -> List.of("a", "b").iterator()))
                .isExactlyInstanceOf(ArrayList.class)
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .containsExactly("a", "b");
    }

    @Test
    void aComparatorIsRefused() {
        TreeSet<String> set = new TreeSet<>(Comparator.reverseOrder());
        assertThatThrownBy(() -> hex(SET, set))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage("a sorted set with a comparator cannot be stored, because the comparator is code; "
                        + "copy it into a LinkedHashSet to keep the order, or sort by the natural order");
        TreeMap<String, Integer> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        assertThatThrownBy(() -> hex(MAP, map))
                .hasMessage("a sorted map with a comparator cannot be stored, because the comparator is code; "
                        + "copy it into a LinkedHashMap to keep the order, or sort by the natural order");
    }

    @Test
    void elementsThatOnlyIdentityTellsApartAreRefused() {
        Set<String> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.add(new String("a"));
        set.add(new String("a"));
        assertThatThrownBy(() -> hex(SET, set))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage("two elements or keys are different to the collection, but equal when stored; "
                        + "an identity map or set cannot be stored");
    }

    @Test
    void anotherVirtualMachineMakesTheSameBytes() throws IOException, InterruptedException {
        String expected = Printer.text();
        for (int i = 0; i < 2; i++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Printer.class.getName())
                    .redirectError(Redirect.INHERIT)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(process.waitFor()).isZero();
            assertThat(printed).isEqualTo(expected);
        }
    }

    /** Prints bytes of what other virtual machines iterate in another order. */
    static final class Printer {
        private Printer() {}

        public static void main(String[] args) {
            System.out.print(text());
        }

        static String text() {
            Set<Integer> salted = Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
            Set<Optimizer> identities = new HashSet<>(List.of(Optimizer.values()));
            return hex(Codecs.set(Codecs.BOXED_INT), salted)
                    + hex(Codecs.set(Samples.OPTIMIZER), identities)
                    + hex(Codecs.any(), Map.of("a", salted, "b", Set.of("x", "y", "z")));
        }
    }
}
