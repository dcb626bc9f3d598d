package dev.cairn.processor.body.effect;

import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a piece of code does to the fields of the flow, whoever runs it. Immutable; the sets are not changed by anyone.
 *
 * @param reads what it reads before it assigns it on every path
 * @param deferredReads what its lambdas and local classes read, and where first
 * @param deferredAssigned what its lambdas and local classes may assign
 * @param assigned what it assigns on every path on which it returns
 * @param maybeAssigned what it may assign
 * @param assignments where it assigns what: the first place for each field
 * @param own every place of its own that assigns, calls left out
 * @param callees the methods and classes of the flow that it uses
 * @param overwritten the assignments whose value no one can read
 * @param merged what it merges on every path on which it returns
 * @param maybeMerged what it may merge
 * @param merges where it merges
 * @param leaks where {@code this} leaves the sight of the analysis
 * @param assignedBeforeLeaks what it assigns on every path to each of these places; without such a place, all
 * @param asksRestored whether it asks if the task goes on from a checkpoint
 * @param returns whether it can return
 * @param inPlace what it may do to values without assigning a field
 */
public record Effect(
        List<FieldRead> reads,
        Map<Integer, Place> deferredReads,
        BitSet deferredAssigned,
        BitSet assigned,
        BitSet maybeAssigned,
        Map<Integer, FieldAssignment> assignments,
        List<FieldAssignment> own,
        Set<Tree> callees,
        List<FieldAssignment> overwritten,
        BitSet merged,
        BitSet maybeMerged,
        List<MergeFound> merges,
        List<Place> leaks,
        BitSet assignedBeforeLeaks,
        boolean asksRestored,
        boolean returns,
        InPlace inPlace) {
    /** Code that does nothing to these fields. */
    public static Effect none(BitSet allFields) {
        return new Effect(
                List.of(),
                Map.of(),
                new BitSet(),
                new BitSet(),
                new BitSet(),
                Map.of(),
                List.of(),
                Set.of(),
                List.of(),
                new BitSet(),
                new BitSet(),
                List.of(),
                List.of(),
                allFields,
                false,
                true,
                InPlace.none());
    }

    /** What code does that is one of these, it is not known which: the overloads of a method. At least one. */
    public static Effect oneOf(List<Effect> effects) {
        return effects.stream().reduce(Effect::or).orElseThrow();
    }

    private Effect or(Effect other) {
        return new Effect(
                joined(reads, other.reads),
                firstOf(deferredReads, other.deferredReads),
                either(deferredAssigned, other.deferredAssigned),
                onEveryPath(assigned, other.assigned, other),
                either(maybeAssigned, other.maybeAssigned),
                firstOf(assignments, other.assignments),
                joined(own, other.own),
                union(callees, other.callees),
                joined(overwritten, other.overwritten),
                onEveryPath(merged, other.merged, other),
                either(maybeMerged, other.maybeMerged),
                joined(merges, other.merges),
                joined(leaks, other.leaks),
                both(assignedBeforeLeaks, other.assignedBeforeLeaks),
                asksRestored,
                returns || other.returns,
                inPlace.or(other.inPlace));
    }

    /**
     * What a method does that may come back to itself: what any of {@code around}, the methods on its way, does, it may do too.
     * What it does on every path is what it did when the calls that come back were taken to do nothing.
     */
    public Effect within(Effect around) {
        List<FieldRead> possible = around.reads.stream()
                .map(read -> read.after(around.maybeAssigned.get(read.field()), around.maybeMerged.get(read.field())))
                .toList();
        List<MergeFound> later = around.merges.stream()
                .map(merge -> merge.after(new BitSet(), around.maybeAssigned))
                .toList();
        return new Effect(
                possible,
                around.deferredReads,
                around.deferredAssigned,
                assigned,
                around.maybeAssigned,
                around.assignments,
                own,
                callees,
                List.of(),
                merged,
                around.maybeMerged,
                later,
                around.leaks,
                around.leaks.isEmpty() ? assignedBeforeLeaks : new BitSet(),
                asksRestored,
                returns,
                inPlace.within(around.inPlace));
    }

    private BitSet onEveryPath(BitSet one, BitSet two, Effect other) {
        if (!returns || !other.returns) {
            return returns ? one : two;
        }
        return both(one, two);
    }

    private static BitSet both(BitSet one, BitSet two) {
        BitSet both = (BitSet) one.clone();
        both.and(two);
        return both;
    }

    private static BitSet either(BitSet one, BitSet two) {
        BitSet any = (BitSet) one.clone();
        any.or(two);
        return any;
    }

    private static <T> List<T> joined(List<T> one, List<T> two) {
        List<T> all = new ArrayList<>(one);
        all.addAll(two);
        return all;
    }

    private static <T> Set<T> union(Set<T> one, Set<T> two) {
        Set<T> all = new LinkedHashSet<>(one);
        all.addAll(two);
        return all;
    }

    private static <V> Map<Integer, V> firstOf(Map<Integer, V> one, Map<Integer, V> two) {
        Map<Integer, V> all = new LinkedHashMap<>(one);
        two.forEach(all::putIfAbsent);
        return all;
    }
}
