package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.PriorityBlockingQueue;
import org.junit.jupiter.api.Test;

/** Collections that would come back as something else are refused when they are stored. */
final class CollectionClassesTest {
    private static final ArtifactCodec<List<String>> LIST = Codecs.list(Codecs.STRING);
    private static final ArtifactCodec<Set<String>> SET = Codecs.set(Codecs.STRING);
    private static final ArtifactCodec<Map<String, Integer>> MAP = Codecs.map(Codecs.STRING, Codecs.BOXED_INT);
    private static final String ACCESS =
            "a LinkedHashMap in access order cannot be stored, because it would come back in insertion"
                    + " order; copy it into a separate LinkedHashMap";

    /** The ten last. */
    private static final class Recent extends LinkedHashMap<String, Integer> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > 10;
        }
    }

    private static class Trimmed extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        @Override
        public boolean add(String element) {
            return super.add(element.trim());
        }
    }

    private static final class Shortened extends Trimmed {
        private static final long serialVersionUID = 1;
    }

    private static final class Squares extends AbstractList<String> {
        @Override
        public String get(int index) {
            return "" + index * index;
        }

        @Override
        public int size() {
            return 3;
        }
    }

    private static <T> void assertRefused(ArtifactCodec<T> codec, T value, String message) {
        assertThatThrownBy(() -> ArtifactFormat.encode(codec, value))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage(message);
    }

    @Test
    void aSubclassOfAMap() {
        String message =
                "dev.cairn.codec.CollectionClassesTest$Recent extends LinkedHashMap and cannot be stored, because "
                        + "what it adds would be lost; copy it into a LinkedHashMap";
        assertRefused(MAP, new Recent(), message);
        assertRefused(Codecs.linkedHashMap(Codecs.STRING, Codecs.BOXED_INT), new Recent(), message);
        assertRefused(Codecs.hashMap(Codecs.STRING, Codecs.BOXED_INT), new Recent(), message);
    }

    @Test
    void aSubclassOfAListHoweverFar() {
        assertRefused(
                LIST,
                new Trimmed(),
                "dev.cairn.codec.CollectionClassesTest$Trimmed extends ArrayList and cannot be stored, because what it adds "
                        + "would be lost; copy it into an ArrayList");
        assertRefused(
                Codecs.arrayList(Codecs.STRING),
                new Shortened(),
                "dev.cairn.codec.CollectionClassesTest$Shortened extends ArrayList and cannot be stored, because what it adds "
                        + "would be lost; copy it into an ArrayList");
    }

    @Test
    void anAnonymousSubclass() {
        assertRefused(
                SET,
                new HashSet<>() {
                    private static final long serialVersionUID = 1;
                },
                "dev.cairn.codec.CollectionClassesTest$1 extends HashSet and cannot be stored, because what it adds would be "
                        + "lost; copy it into a HashSet");
    }

    @Test
    void whereItIsFoundInsideAValue() {
        assertRefused(
                Codecs.any(),
                Map.of("rows", List.of(1, new Trimmed())),
                "\"rows\" -> [1]: dev.cairn.codec.CollectionClassesTest$Trimmed extends ArrayList and cannot be stored, "
                        + "because what it adds would be lost; copy it into an ArrayList");
    }

    @Test
    void aMapInOrderOfAccessOfAnySize() {
        for (int size : new int[] {0, 1, 2, 3, 100}) {
            Map<String, Integer> map = new LinkedHashMap<>(16, 0.75f, true);
            for (int i = 0; i < size; i++) {
                map.put("k" + i, i);
            }
            List<String> before = new ArrayList<>(map.keySet());
            assertRefused(MAP, map, ACCESS);
            assertRefused(Codecs.any(), map, ACCESS);
            assertThat(map.keySet()).as("left as it was").containsExactlyElementsOf(before);
        }
    }

    @Test
    void acceptsAMapInOrderOfInsertionOfAnySizeAndLeavesItAsItWas() {
        for (int size : new int[] {0, 1, 2, 3, 100}) {
            Map<String, Integer> map = new LinkedHashMap<>();
            for (int i = size; i > 0; i--) {
                map.put("k" + i, i);
            }
            assertThat(new ArrayList<>(Schemas.roundTrip(MAP, map).entrySet()))
                    .isEqualTo(new ArrayList<>(map.entrySet()))
                    .hasSize(size);
        }
    }

    @Test
    void acceptsANullKeyFirst() {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put(null, 1);
        map.put("a", 2);
        assertThat(Schemas.roundTrip(MAP, map)).isEqualTo(map);
    }

    @Test
    void anOrderThatTheDeclaredTypeDoesNotHave() {
        assertRefused(
                Codecs.hashMap(Codecs.STRING, Codecs.BOXED_INT),
                new LinkedHashMap<>(),
                "a LinkedHashMap cannot be stored as the HashMap that is declared, because its order would be lost; declare it "
                        + "as Map or LinkedHashMap, or copy it into a HashMap");
        assertRefused(
                Codecs.hashSet(Codecs.STRING),
                new LinkedHashSet<>(),
                "a LinkedHashSet cannot be stored as the HashSet that is declared, because its order would be lost; declare it "
                        + "as Set or LinkedHashSet, or copy it into a HashSet");
    }

    @Test
    void anIdentityMap() {
        assertRefused(
                MAP,
                new IdentityHashMap<>(),
                "an IdentityHashMap cannot be stored, because its keys would become other objects; copy it into a"
                        + " HashMap, with keys that are equal if they mean the same");
    }

    @Test
    void aPriorityBlockingQueueWhateverItIsDeclaredAs() {
        ArtifactCodec<Queue<String>> queue = Codecs.queue(Codecs.STRING);
        assertRefused(
                queue,
                new PriorityBlockingQueue<>(),
                "a PriorityBlockingQueue cannot be stored, because the order of its elements would be lost; store them in a "
                        + "sorted list, and create the queue in the step that needs it");
    }

    @Test
    void acceptsOtherQueues() {
        ArtifactCodec<Queue<String>> queue = Codecs.queue(Codecs.STRING);
        Queue<String> blocking = new ArrayBlockingQueue<>(2);
        blocking.add("b");
        blocking.add("a");
        assertThat(Schemas.roundTrip(queue, blocking)).containsExactly("b", "a");
        assertThat(Schemas.roundTrip(queue, new ArrayDeque<>(List.of("b", "a"))))
                .containsExactly("b", "a");
    }

    @Test
    void acceptsWhatOnlyImplementsAnInterface() {
        assertThat(Schemas.roundTrip(LIST, new Squares())).containsExactly("0", "1", "4");
        Map<String, Integer> map = new AbstractMap<>() {
            @Override
            public Set<Map.Entry<String, Integer>> entrySet() {
                return Map.of("a", 1).entrySet();
            }
        };
        assertThat(Schemas.roundTrip(MAP, map)).isEqualTo(Map.of("a", 1));
    }

    @Test
    void acceptsTheClassesOfTheJdk() {
        for (List<String> list : List.of(
                List.<String>of(),
                Arrays.asList("a"),
                new CopyOnWriteArrayList<>(List.of("a")),
                Collections.synchronizedList(new ArrayList<>(List.of("a"))),
                new ArrayList<>(List.of("a", "b")).subList(0, 1))) {
            assertThat(Schemas.roundTrip(LIST, list)).isEqualTo(list);
        }
        for (Map<String, Integer> map : List.of(
                Map.of("a", 1),
                new TreeMap<>(Map.of("a", 1)),
                Collections.checkedMap(new HashMap<>(Map.of("a", 1)), String.class, Integer.class))) {
            assertThat(Schemas.roundTrip(MAP, map)).isEqualTo(map);
        }
        ArtifactCodec<Map<Samples.Optimizer, String>> byConstant = Codecs.map(Samples.OPTIMIZER, Codecs.STRING);
        EnumMap<Samples.Optimizer, String> constants = new EnumMap<>(Map.of(Samples.Optimizer.ADAM, "a"));
        assertThat(Schemas.roundTrip(byConstant, constants)).isEqualTo(constants);
    }
}
