package dev.cairn.samples.shapes;

import dev.cairn.Flow;
import dev.cairn.Opaque;
import dev.cairn.Step;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Steps that do nothing but read what the first one assigns, and a last one that changes some of it in place. */
@Flow
class ReadingOnly {
    /** Has no {@code equals}. */
    static final class Box {
        Set<String> labels = new HashSet<>();
        double weight;
    }

    /** A record that has no {@code equals} worth the name, because of its array. */
    record Row(int[] cells, Map<String, List<Double>> means) {}

    /** Stored by the serialization of Java, which also writes how large the table of a map is. */
    static final class Ledger implements Serializable {
        private static final long serialVersionUID = 1;

        final HashMap<String, Integer> entries = new HashMap<>(1000);
    }

    HashMap<String, Integer> hashMap;
    HashSet<String> hashSet;
    Map<String, Set<Integer>> nested;
    LinkedHashMap<String, Integer> linkedMap;
    LinkedHashSet<String> linkedSet;
    TreeMap<String, Integer> treeMap;
    EnumMap<TimeUnit, Integer> enumMap;
    List<String> mutableList;
    List<String> unmodifiableList;
    ArrayDeque<String> deque;
    double[] array;
    int[][] table;
    byte[] large;
    List<String> largeList;
    Row row;
    Box box;
    Object object;
    Map<String, Object> open;
    Optional<BigDecimal> optional;
    Duration duration;

    @Opaque(allow = {Ledger.class, HashMap.class})
    Ledger ledger;

    String seen;

    @Step(next = "read")
    void start() {
        hashMap = new HashMap<>(512);
        hashSet = new HashSet<>(512);
        nested = new HashMap<>();
        linkedMap = new LinkedHashMap<>();
        linkedSet = new LinkedHashSet<>();
        treeMap = new TreeMap<>();
        enumMap = new EnumMap<>(Map.of(TimeUnit.DAYS, 1));
        mutableList = new ArrayList<>();
        largeList = new ArrayList<>();
        box = new Box();
        ledger = new Ledger();
        for (int i = 20_000; i > 0; i--) {
            largeList.add("line " + i);
        }
        for (String key : List.of("Aa", "BB", "z", "C#", "Bb", "AaAa", "BBBB", "AaBB")) {
            hashMap.put(key, key.length());
            hashSet.add(key);
            nested.put(key, new HashSet<>(Set.of(1, 17, 33)));
            linkedMap.put(key, 1);
            linkedSet.add(key);
            treeMap.put(key, 1);
            mutableList.add(key);
            box.labels.add(key);
            ledger.entries.put(key, 1);
        }
        unmodifiableList = List.of("a", "b");
        deque = new ArrayDeque<>(mutableList);
        array = new double[] {-0.0, Double.NaN, 1};
        table = new int[][] {{1}, {}, {2, 3}};
        large = new byte[200_000];
        row = new Row(new int[] {1, 2}, Map.of("a", List.of(0.5), "b", List.of()));
        box.weight = -0.0;
        object = new ArrayList<Object>(List.of(1, 2L, "three"));
        open = new HashMap<>(Map.of("number", 1, "text", "two", "list", List.of(3.0)));
        optional = Optional.of(new BigDecimal("1.50"));
        duration = Duration.ofSeconds(90);
    }

    @Step(next = "readAgain")
    void read() {
        seen = all();
    }

    @Step(next = "end")
    void readAgain() {
        seen = all() + seen;
    }

    @Step
    void end() {
        hashMap.put("more", 1);
        hashSet.remove("Aa");
        nested.get("Aa").add(2);
        mutableList.set(0, "changed");
        table[0][0] = 2;
        row.cells()[1] = 3;
        box.labels.add("more");
        open.put("number", 2);
        ledger.entries.put("Aa", 3);
    }

    private String all() {
        return "" + hashMap + hashSet + nested + linkedMap + linkedSet + treeMap + enumMap + mutableList.get(0)
                + unmodifiableList + deque.peek() + array[2] + table.length + large.length + largeList.size()
                + row.cells().length + box.labels.size() + object + open + optional + duration + ledger.entries.size();
    }
}
