package dev.cairn.codec.guava;

import com.google.common.base.Optional;
import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.BiMap;
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
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimap;
import com.google.common.collect.Multiset;
import com.google.common.collect.Range;
import com.google.common.collect.RangeMap;
import com.google.common.collect.RangeSet;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.SortedSetMultimap;
import com.google.common.collect.Table;
import com.google.common.collect.TreeBasedTable;
import com.google.common.collect.TreeMultimap;
import com.google.common.collect.TreeMultiset;
import com.google.common.collect.TreeRangeMap;
import com.google.common.collect.TreeRangeSet;
import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Opaque;
import dev.cairn.Step;
import java.util.List;

/** A flow with an artifact of each type that has a codec here, none of which it names. */
@Flow
@SuppressWarnings("cairn:unused-artifact")
class GuavaFlow {
    record Penguin(String name, int grams) {}

    ImmutableList<Penguin> immutableList = ImmutableList.of(new Penguin("Ida", 4100), new Penguin("Ole", 3900));
    ImmutableSet<String> immutableSet;
    ImmutableSortedSet<String> immutableSortedSet;
    ImmutableMap<String, Penguin> immutableMap;
    ImmutableSortedMap<String, Integer> immutableSortedMap;
    ImmutableBiMap<String, Integer> immutableBiMap;
    BiMap<String, Integer> biMap;
    HashBiMap<String, Integer> hashBiMap;
    Multiset<String> multiset;
    HashMultiset<String> hashMultiset;
    LinkedHashMultiset<String> linkedHashMultiset;
    TreeMultiset<String> treeMultiset;
    ImmutableMultiset<String> immutableMultiset;
    ImmutableSortedMultiset<String> immutableSortedMultiset;
    Multimap<String, Integer> multimap;
    ListMultimap<String, Integer> listMultimap;
    SetMultimap<String, Integer> setMultimap;
    SortedSetMultimap<String, Integer> sortedSetMultimap;
    ArrayListMultimap<String, Integer> arrayListMultimap;
    LinkedListMultimap<String, Integer> linkedListMultimap;
    HashMultimap<String, Integer> hashMultimap;
    LinkedHashMultimap<String, Integer> linkedHashMultimap;
    TreeMultimap<String, Integer> treeMultimap;
    ImmutableListMultimap<String, Integer> immutableListMultimap;
    ImmutableSetMultimap<String, Integer> immutableSetMultimap;
    Table<String, Integer, Double> table;
    HashBasedTable<String, Integer, Double> hashBasedTable;
    TreeBasedTable<String, Integer, Double> treeBasedTable;
    ImmutableTable<String, Integer, Double> immutableTable;
    Range<Integer> range;
    RangeSet<Integer> rangeSet;
    TreeRangeSet<Integer> treeRangeSet;
    ImmutableRangeSet<Integer> immutableRangeSet;
    RangeMap<Integer, String> rangeMap;
    TreeRangeMap<Integer, String> treeRangeMap;
    ImmutableRangeMap<Integer, String> immutableRangeMap;
    Optional<String> optional;
    List<ImmutableSet<Range<Integer>>> nested;

    @Opaque(
            allow = {},
            allowNames = "com.google.common.collect.ImmutableList$SerializedForm")
    ImmutableList<String> serialized;

    @Opaque(
            allow = {},
            allowNames = {
                "com.google.common.hash.BloomFilter$SerialForm",
                "com.google.common.hash.BloomFilterStrategies",
                "com.google.common.hash.Funnels$UnencodedCharsFunnel"
            })
    BloomFilter<CharSequence> seen;

    String weighed;

    @Step(next = "weigh", foreach = "immutableList")
    void start() {
        hashMultiset = HashMultiset.create(List.of("a", "b", "a"));
        serialized = ImmutableList.of("ice", "fish");
        seen = BloomFilter.create(Funnels.unencodedCharsFunnel(), 100);
        seen.put("ice");
        nested = List.of(ImmutableSet.of(Range.closed(1, 2)));
    }

    @Step(next = "end")
    void weigh(@Item Penguin penguin) {
        weighed = penguin.name() + " " + hashMultiset.count("a");
        hashMultiset.add("a");
    }

    @Step
    void end(GuavaFlowArtifacts.EndInputs inputs) {
        weighed = inputs.stream().map(input -> input.weighed()).toList().toString();
    }
}
