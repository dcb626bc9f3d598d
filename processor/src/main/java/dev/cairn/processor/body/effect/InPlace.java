package dev.cairn.processor.body.effect;

import dev.cairn.processor.body.effect.Root.Kind;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a piece of code may do to values in place, without assigning a field. Immutable; the sets are not changed by anyone.
 *
 * @param mayChange the fields whose value it may change, of what they have before it assigns them
 * @param mayChangeParameters the parameters, by position, whose value it may change
 * @param mayKeep what it may keep somewhere, or hand on to code that is not seen: what is no field
 * @param kept what of it is kept so on every path on which it returns
 * @param lost what it changes and, on some path, does not keep
 * @param changes where it changes what, as far as the code shows
 */
public record InPlace(
        BitSet mayChange,
        BitSet mayChangeParameters,
        Set<Root> mayKeep,
        Set<Root> kept,
        Set<Root> lost,
        Set<ChangeFound> changes) {
    static InPlace none() {
        return new InPlace(new BitSet(), new BitSet(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** What one of two methods does, it is not known which. */
    public InPlace or(InPlace other) {
        Set<ChangeFound> perhaps = new LinkedHashSet<>();
        changes.forEach(change -> perhaps.add(perhaps(change)));
        other.changes.forEach(change -> perhaps.add(perhaps(change)));
        Set<Root> both = new LinkedHashSet<>(kept);
        both.retainAll(other.kept);
        return new InPlace(
                either(mayChange, other.mayChange),
                either(mayChangeParameters, other.mayChangeParameters),
                union(mayKeep, other.mayKeep),
                both,
                union(lost, other.lost),
                perhaps);
    }

    private static ChangeFound perhaps(ChangeFound change) {
        return new ChangeFound(change.root(), false, change.through(), change.place());
    }

    /** What a method does that may come back to itself through {@code around}; its parameters are its own. */
    InPlace within(InPlace around) {
        Set<ChangeFound> all = new LinkedHashSet<>(changes);
        around.changes.stream()
                .filter(change -> change.root().kind() != Kind.PARAMETER
                        && changes.stream().noneMatch(isAt(change)))
                .forEach(all::add);
        return new InPlace(
                around.mayChange,
                mayChangeParameters,
                withCopies(mayKeep, around.mayKeep),
                kept,
                withCopies(lost, around.lost),
                all);
    }

    private static Predicate<ChangeFound> isAt(ChangeFound change) {
        return own -> own.root().equals(change.root()) && own.place().equals(change.place());
    }

    /** Whether it keeps what is passed to a parameter, on every path. */
    public boolean keeps(int parameter) {
        return has(kept, parameter);
    }

    /** Whether it may keep what is passed to a parameter. */
    public boolean mayKeep(int parameter) {
        return has(mayKeep, parameter);
    }

    private static boolean has(Set<Root> roots, int parameter) {
        return roots.stream().anyMatch(root -> root.kind() == Kind.PARAMETER && root.number() == parameter);
    }

    /** Whether a change is one of a copy, an item or an input, that on some path no one takes over, so that it is lost. */
    public boolean isLost(ChangeFound change) {
        return change.root().isCopy() && lost.contains(change.root());
    }

    /** Whether a change that is lost is so on some paths only. */
    public boolean isSometimesKept(ChangeFound change) {
        return mayKeep.stream().anyMatch(change.root()::isWithin);
    }

    private static Set<Root> withCopies(Set<Root> own, Set<Root> around) {
        Set<Root> all = new LinkedHashSet<>(own);
        around.stream().filter(Root::isCopy).forEach(all::add);
        return all;
    }

    private static Set<Root> union(Set<Root> one, Set<Root> other) {
        Set<Root> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return all;
    }

    private static BitSet either(BitSet one, BitSet other) {
        BitSet any = (BitSet) one.clone();
        any.or(other);
        return any;
    }
}
