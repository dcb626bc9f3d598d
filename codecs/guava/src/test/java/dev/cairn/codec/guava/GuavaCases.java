package dev.cairn.codec.guava;

import com.google.common.base.Optional;
import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.HashBasedTable;
import com.google.common.collect.HashBiMap;
import com.google.common.collect.HashMultimap;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableBiMap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedMultiset;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.Multimap;
import com.google.common.collect.Multiset;
import com.google.common.collect.Range;
import com.google.common.collect.Table;
import com.google.common.collect.TreeBasedTable;
import com.google.common.collect.TreeMultimap;
import com.google.common.collect.TreeMultiset;
import com.google.common.collect.TreeRangeMap;
import com.google.common.collect.TreeRangeSet;
import dev.cairn.codec.guava.GuavaFlow.Penguin;
import java.util.List;

/** Values of each type, and of each kind where the type has several. */
final class GuavaCases {
    private static final Penguin IDA = new Penguin("Ida", 4100);

    private GuavaCases() {}

    static List<GuavaCase<?>> all() {
        return List.of(
                new GuavaCase<>(
                        "ImmutableList",
                        GuavaFlowCodecs.IMMUTABLE_LIST,
                        ImmutableList.of(IDA, IDA),
                        ImmutableList.copyOf(List.of(IDA, IDA)),
                        "[GuavaFlow.Penguin{name: \"Ida\", grams: 4100}, GuavaFlow.Penguin{name: \"Ida\", grams: 4100}]"),
                new GuavaCase<>(
                        "ImmutableSet",
                        GuavaFlowCodecs.IMMUTABLE_SET,
                        ImmutableSet.of("b", "a"),
                        ImmutableSet.of("b", "a", "b"),
                        "[\"b\", \"a\"]"),
                new GuavaCase<>(
                        "ImmutableSortedSet",
                        GuavaFlowCodecs.IMMUTABLE_SORTED_SET,
                        ImmutableSortedSet.of("b", "a"),
                        ImmutableSortedSet.of("a", "b"),
                        "[\"a\", \"b\"]"),
                new GuavaCase<>(
                        "ImmutableMap",
                        GuavaFlowCodecs.IMMUTABLE_MAP,
                        ImmutableMap.of("b", IDA, "a", IDA),
                        ImmutableMap.<String, Penguin>builder()
                                .put("b", IDA)
                                .put("a", IDA)
                                .build(),
                        "{\"b\": GuavaFlow.Penguin{name: \"Ida\", grams: 4100}, \"a\": GuavaFlow.Penguin{name: \"Ida\", grams: 4100}}"),
                new GuavaCase<>(
                        "ImmutableSortedMap",
                        GuavaFlowCodecs.IMMUTABLE_SORTED_MAP,
                        ImmutableSortedMap.of("b", 2, "a", 1),
                        ImmutableSortedMap.of("a", 1, "b", 2),
                        "{\"a\": 1, \"b\": 2}"),
                new GuavaCase<>(
                        "ImmutableBiMap",
                        GuavaFlowCodecs.IMMUTABLE_BI_MAP,
                        ImmutableBiMap.of("b", 2, "a", 1),
                        ImmutableBiMap.<String, Integer>builder()
                                .put("b", 2)
                                .put("a", 1)
                                .build(),
                        "{\"b\": 2, \"a\": 1}"),
                new GuavaCase<>(
                        "BiMap",
                        GuavaFlowCodecs.BI_MAP,
                        ImmutableBiMap.of("b", 2, "a", 1),
                        HashBiMap.create(ImmutableMap.of("a", 1, "b", 2)),
                        "{\"a\": 1, \"b\": 2}"),
                new GuavaCase<>(
                        "HashBiMap",
                        GuavaFlowCodecs.HASH_BI_MAP,
                        HashBiMap.create(ImmutableMap.of("b", 2, "a", 1)),
                        HashBiMap.create(ImmutableMap.of("a", 1, "b", 2)),
                        "{\"a\": 1, \"b\": 2}"),
                new GuavaCase<Multiset<String>>(
                        "Multiset without order",
                        GuavaFlowCodecs.MULTISET,
                        HashMultiset.create(List.of("b", "a", "b")),
                        HashMultiset.create(List.of("a", "b", "b")),
                        "{\"a\": 1, \"b\": 2}"),
                new GuavaCase<Multiset<String>>(
                        "Multiset in order",
                        GuavaFlowCodecs.MULTISET,
                        LinkedHashMultiset.create(List.of("b", "a", "b")),
                        ImmutableMultiset.of("b", "b", "a"),
                        "{\"b\": 2, \"a\": 1}"),
                new GuavaCase<Multiset<String>>(
                        "Multiset that is sorted",
                        GuavaFlowCodecs.MULTISET,
                        TreeMultiset.create(List.of("b", "a", "b")),
                        ImmutableSortedMultiset.of("a", "b", "b"),
                        "{\"a\": 1, \"b\": 2}"),
                new GuavaCase<>(
                        "HashMultiset",
                        GuavaFlowCodecs.HASH_MULTISET,
                        HashMultiset.create(List.of("b", "a", "b")),
                        HashMultiset.create(List.of("a", "b", "b")),
                        "{\"a\": 1, \"b\": 2}"),
                new GuavaCase<>(
                        "LinkedHashMultiset",
                        GuavaFlowCodecs.LINKED_HASH_MULTISET,
                        LinkedHashMultiset.create(List.of("b", "a", "b")),
                        LinkedHashMultiset.create(List.of("b", "b", "a")),
                        "{\"b\": 2, \"a\": 1}"),
                new GuavaCase<>(
                        "TreeMultiset",
                        GuavaFlowCodecs.TREE_MULTISET,
                        TreeMultiset.create(List.of("b", "a", "b")),
                        TreeMultiset.create(List.of("a", "b", "b")),
                        "{\"a\": 1, \"b\": 2}"),
                new GuavaCase<>(
                        "ImmutableMultiset",
                        GuavaFlowCodecs.IMMUTABLE_MULTISET,
                        ImmutableMultiset.of("b", "a", "b"),
                        ImmutableMultiset.of("b", "b", "a"),
                        "{\"b\": 2, \"a\": 1}"),
                new GuavaCase<>(
                        "ImmutableSortedMultiset",
                        GuavaFlowCodecs.IMMUTABLE_SORTED_MULTISET,
                        ImmutableSortedMultiset.of("b", "a", "b"),
                        ImmutableSortedMultiset.of("a", "b", "b"),
                        "{\"a\": 1, \"b\": 2}"),
                new GuavaCase<Multimap<String, Integer>>(
                        "Multimap of lists",
                        GuavaFlowCodecs.MULTIMAP,
                        filled(ArrayListMultimap.create(), "b2 a3 a1"),
                        filled(ArrayListMultimap.create(), "a3 a1 b2"),
                        "MultimapForm{distinct: false, entries: {\"a\": [3, 1], \"b\": [2]}}"),
                new GuavaCase<Multimap<String, Integer>>(
                        "Multimap of sets",
                        GuavaFlowCodecs.MULTIMAP,
                        filled(HashMultimap.create(), "b2 a3 a1"),
                        filled(HashMultimap.create(), "a1 a3 b2"),
                        "MultimapForm{distinct: true, entries: {\"a\": [1, 3], \"b\": [2]}}"),
                new GuavaCase<Multimap<String, Integer>>(
                        "Multimap without entries",
                        GuavaFlowCodecs.MULTIMAP,
                        TreeMultimap.create(),
                        TreeMultimap.create(),
                        "MultimapForm{distinct: true, entries: {}}"),
                new GuavaCase<>(
                        "ListMultimap",
                        GuavaFlowCodecs.LIST_MULTIMAP,
                        filled(ArrayListMultimap.create(), "b2 a3 a1"),
                        filled(ArrayListMultimap.create(), "a3 a1 b2"),
                        "{\"a\": [3, 1], \"b\": [2]}"),
                new GuavaCase<>(
                        "ListMultimap in order",
                        GuavaFlowCodecs.LIST_MULTIMAP,
                        filled(LinkedListMultimap.create(), "b2 a3 a1"),
                        ImmutableListMultimap.of("b", 2, "a", 3, "a", 1),
                        "{\"b\": [2], \"a\": [3, 1]}"),
                new GuavaCase<>(
                        "SetMultimap in order",
                        GuavaFlowCodecs.SET_MULTIMAP,
                        filled(LinkedHashMultimap.create(), "b2 a3 a1"),
                        ImmutableSetMultimap.of("b", 2, "a", 3, "a", 1),
                        "{\"b\": [2], \"a\": [3, 1]}"),
                new GuavaCase<>(
                        "SetMultimap that is sorted",
                        GuavaFlowCodecs.SET_MULTIMAP,
                        filled(TreeMultimap.create(), "b2 a3 a1"),
                        filled(TreeMultimap.create(), "a1 a3 b2"),
                        "{\"a\": [1, 3], \"b\": [2]}"),
                new GuavaCase<>(
                        "SortedSetMultimap",
                        GuavaFlowCodecs.SORTED_SET_MULTIMAP,
                        filled(TreeMultimap.create(), "b2 a3 a1"),
                        filled(TreeMultimap.create(), "a1 a3 b2"),
                        "{\"a\": [1, 3], \"b\": [2]}"),
                new GuavaCase<>(
                        "ArrayListMultimap",
                        GuavaFlowCodecs.ARRAY_LIST_MULTIMAP,
                        filled(ArrayListMultimap.create(), "b2 a3 a1"),
                        filled(ArrayListMultimap.create(), "a3 a1 b2"),
                        "{\"a\": [3, 1], \"b\": [2]}"),
                new GuavaCase<>(
                        "LinkedListMultimap",
                        GuavaFlowCodecs.LINKED_LIST_MULTIMAP,
                        filled(LinkedListMultimap.create(), "a3 b2 a1"),
                        filled(LinkedListMultimap.create(), "a3 b2 a1"),
                        "[{\"a\": 3}, {\"b\": 2}, {\"a\": 1}]"),
                new GuavaCase<>(
                        "HashMultimap",
                        GuavaFlowCodecs.HASH_MULTIMAP,
                        filled(HashMultimap.create(), "b2 a3 a1"),
                        filled(HashMultimap.create(), "a1 a3 b2"),
                        "{\"a\": [1, 3], \"b\": [2]}"),
                new GuavaCase<>(
                        "LinkedHashMultimap",
                        GuavaFlowCodecs.LINKED_HASH_MULTIMAP,
                        filled(LinkedHashMultimap.create(), "a3 b2 a1"),
                        filled(LinkedHashMultimap.create(), "a3 b2 a1"),
                        "[{\"a\": 3}, {\"b\": 2}, {\"a\": 1}]"),
                new GuavaCase<>(
                        "TreeMultimap",
                        GuavaFlowCodecs.TREE_MULTIMAP,
                        filled(TreeMultimap.create(), "b2 a3 a1"),
                        filled(TreeMultimap.create(), "a1 a3 b2"),
                        "{\"a\": [1, 3], \"b\": [2]}"),
                new GuavaCase<>(
                        "ImmutableListMultimap",
                        GuavaFlowCodecs.IMMUTABLE_LIST_MULTIMAP,
                        ImmutableListMultimap.of("b", 2, "a", 3, "a", 1),
                        ImmutableListMultimap.of("b", 2, "a", 3, "a", 1),
                        "{\"b\": [2], \"a\": [3, 1]}"),
                new GuavaCase<>(
                        "ImmutableSetMultimap",
                        GuavaFlowCodecs.IMMUTABLE_SET_MULTIMAP,
                        ImmutableSetMultimap.of("b", 2, "a", 3, "a", 1),
                        ImmutableSetMultimap.of("b", 2, "a", 3, "a", 1),
                        "{\"b\": [2], \"a\": [3, 1]}"),
                new GuavaCase<Table<String, Integer, Double>>(
                        "Table",
                        GuavaFlowCodecs.TABLE,
                        cells(HashBasedTable.create(), "b", "a"),
                        cells(HashBasedTable.create(), "a", "b"),
                        "{\"a\": {1: 0.5}, \"b\": {1: 0.5}}"),
                new GuavaCase<Table<String, Integer, Double>>(
                        "Table in order",
                        GuavaFlowCodecs.TABLE,
                        ImmutableTable.copyOf(cells(TreeBasedTable.create(), "b", "a")),
                        ImmutableTable.copyOf(cells(TreeBasedTable.create(), "a", "b")),
                        "{\"a\": {1: 0.5}, \"b\": {1: 0.5}}"),
                new GuavaCase<Table<String, Integer, Double>>(
                        "Table that is sorted",
                        GuavaFlowCodecs.TABLE,
                        cells(TreeBasedTable.create(), "b", "a"),
                        cells(TreeBasedTable.create(), "a", "b"),
                        "{\"a\": {1: 0.5}, \"b\": {1: 0.5}}"),
                new GuavaCase<>(
                        "HashBasedTable",
                        GuavaFlowCodecs.HASH_BASED_TABLE,
                        cells(HashBasedTable.create(), "b", "a"),
                        cells(HashBasedTable.create(), "a", "b"),
                        "{\"a\": {1: 0.5}, \"b\": {1: 0.5}}"),
                new GuavaCase<>(
                        "TreeBasedTable",
                        GuavaFlowCodecs.TREE_BASED_TABLE,
                        cells(TreeBasedTable.create(), "b", "a"),
                        cells(TreeBasedTable.create(), "a", "b"),
                        "{\"a\": {1: 0.5}, \"b\": {1: 0.5}}"),
                new GuavaCase<>(
                        "ImmutableTable",
                        GuavaFlowCodecs.IMMUTABLE_TABLE,
                        ImmutableTable.of("a", 1, 0.5),
                        ImmutableTable.copyOf(cells(HashBasedTable.create(), "a")),
                        "[CellForm{row: \"a\", column: 1, value: 0.5}]"),
                new GuavaCase<>(
                        "Range",
                        GuavaFlowCodecs.RANGE,
                        Range.closedOpen(1, 3),
                        Range.closedOpen(1, 3),
                        "RangeForm{lower: 1, lowerBound: CLOSED, upper: 3, upperBound: OPEN}"),
                new GuavaCase<>(
                        "Range without a beginning",
                        GuavaFlowCodecs.RANGE,
                        Range.atMost(3),
                        Range.atMost(3),
                        "RangeForm{lower: null, lowerBound: NONE, upper: 3, upperBound: CLOSED}"),
                new GuavaCase<>(
                        "Range without an end",
                        GuavaFlowCodecs.RANGE,
                        Range.greaterThan(3),
                        Range.greaterThan(3),
                        "RangeForm{lower: 3, lowerBound: OPEN, upper: null, upperBound: NONE}"),
                new GuavaCase<>(
                        "Range of all",
                        GuavaFlowCodecs.RANGE,
                        Range.all(),
                        Range.all(),
                        "RangeForm{lower: null, lowerBound: NONE, upper: null, upperBound: NONE}"),
                new GuavaCase<>(
                        "RangeSet",
                        GuavaFlowCodecs.RANGE_SET,
                        TreeRangeSet.create(List.of(Range.closed(5, 6), Range.atMost(1))),
                        ImmutableRangeSet.copyOf(List.of(Range.atMost(1), Range.closed(5, 6))),
                        "[RangeForm{lower: null, lowerBound: NONE, upper: 1, upperBound: CLOSED},"
                                + " RangeForm{lower: 5, lowerBound: CLOSED, upper: 6, upperBound: CLOSED}]"),
                new GuavaCase<>(
                        "TreeRangeSet",
                        GuavaFlowCodecs.TREE_RANGE_SET,
                        TreeRangeSet.create(List.of(Range.closed(5, 6))),
                        TreeRangeSet.create(List.of(Range.closed(5, 6), Range.closed(6, 6))),
                        "[RangeForm{lower: 5, lowerBound: CLOSED, upper: 6, upperBound: CLOSED}]"),
                new GuavaCase<>(
                        "ImmutableRangeSet",
                        GuavaFlowCodecs.IMMUTABLE_RANGE_SET,
                        ImmutableRangeSet.of(Range.closed(5, 6)),
                        ImmutableRangeSet.copyOf(List.of(Range.closed(5, 6))),
                        "[RangeForm{lower: 5, lowerBound: CLOSED, upper: 6, upperBound: CLOSED}]"),
                new GuavaCase<>(
                        "RangeMap",
                        GuavaFlowCodecs.RANGE_MAP,
                        ImmutableRangeMap.of(Range.open(5, 6), "a"),
                        ImmutableRangeMap.of(Range.open(5, 6), "a"),
                        "[RangeEntry{range: RangeForm{lower: 5, lowerBound: OPEN, upper: 6, upperBound: OPEN}, value: \"a\"}]"),
                new GuavaCase<>(
                        "TreeRangeMap",
                        GuavaFlowCodecs.TREE_RANGE_MAP,
                        treeRangeMap(),
                        treeRangeMap(),
                        "[RangeEntry{range: RangeForm{lower: 5, lowerBound: OPEN, upper: 6, upperBound: OPEN}, value: \"a\"}]"),
                new GuavaCase<>(
                        "ImmutableRangeMap",
                        GuavaFlowCodecs.IMMUTABLE_RANGE_MAP,
                        ImmutableRangeMap.of(Range.open(5, 6), "a"),
                        ImmutableRangeMap.copyOf(treeRangeMap()),
                        "[RangeEntry{range: RangeForm{lower: 5, lowerBound: OPEN, upper: 6, upperBound: OPEN}, value: \"a\"}]"),
                new GuavaCase<>(
                        "Optional", GuavaFlowCodecs.OPTIONAL, Optional.of("a"), Optional.fromNullable("a"), "[\"a\"]"),
                new GuavaCase<>(
                        "Optional of nothing",
                        GuavaFlowCodecs.OPTIONAL,
                        Optional.absent(),
                        Optional.fromNullable(null),
                        "[]"));
    }

    /** With entries such as {@code a1}. */
    private static <M extends Multimap<String, Integer>> M filled(M multimap, String entries) {
        for (String entry : entries.split(" ")) {
            multimap.put(entry.substring(0, 1), Integer.valueOf(entry.substring(1)));
        }
        return multimap;
    }

    private static <T extends Table<String, Integer, Double>> T cells(T table, String... rows) {
        for (String row : rows) {
            table.put(row, 1, 0.5);
        }
        return table;
    }

    private static TreeRangeMap<Integer, String> treeRangeMap() {
        TreeRangeMap<Integer, String> map = TreeRangeMap.create();
        map.put(Range.open(5, 6), "a");
        return map;
    }
}
