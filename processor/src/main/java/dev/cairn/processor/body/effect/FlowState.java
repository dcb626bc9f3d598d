package dev.cairn.processor.body.effect;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What holds at a place of a body, on the paths that lead there. Mutable, used by one walk.
 *
 * <p>Two notions of "cannot get here" are kept apart, as the language specification does: a place is <em>reachable</em> by the
 * rules of chapter 14.22, which ignore that the condition of an {@code if} is constant and decide which pattern variables are in
 * scope; a state is <em>impossible</em> by the rules of chapter 16, after a jump or where a constant condition says so, and then
 * everything is assigned.
 */
public final class FlowState {
    private final BitSet assigned;
    private final BitSet maybeAssigned;
    private final BitSet merged;
    private final BitSet maybeMerged;
    private final BitSet unread;
    private final BitSet found;
    private final BitSet kept;
    private final BitSet changed;
    private boolean reachable;
    private boolean impossible;

    private FlowState(FlowState other) {
        this(
                copy(other.assigned),
                copy(other.maybeAssigned),
                copy(other.merged),
                copy(other.maybeMerged),
                copy(other.unread),
                copy(other.found),
                copy(other.kept),
                copy(other.changed),
                other.reachable,
                other.impossible);
    }

    private FlowState(
            BitSet assigned,
            BitSet maybeAssigned,
            BitSet merged,
            BitSet maybeMerged,
            BitSet unread,
            BitSet found,
            BitSet kept,
            BitSet changed,
            boolean reachable,
            boolean impossible) {
        this.assigned = assigned;
        this.maybeAssigned = maybeAssigned;
        this.merged = merged;
        this.maybeMerged = maybeMerged;
        this.unread = unread;
        this.found = found;
        this.kept = kept;
        this.changed = changed;
        this.reachable = reachable;
        this.impossible = impossible;
    }

    /** The state in which a method starts. */
    public static FlowState start() {
        return new FlowState(
                new BitSet(),
                new BitSet(),
                new BitSet(),
                new BitSet(),
                new BitSet(),
                new BitSet(),
                new BitSet(),
                new BitSet(),
                true,
                false);
    }

    /** The same state, to be changed on its own. */
    public FlowState copy() {
        return new FlowState(this);
    }

    /** The state of a place where no path leads. */
    public FlowState impossibleCopy() {
        FlowState copy = copy();
        copy.impossible = true;
        return copy;
    }

    /** The state where two paths meet. Neither of them may be used afterwards. */
    public static FlowState meet(@Nullable FlowState one, @Nullable FlowState other) {
        if (one == null || other == null) {
            return one == null ? other == null ? nowhere() : other : one;
        }
        FlowState result = one.impossible ? other : one;
        FlowState added = result == one ? other : one;
        result.reachable |= added.reachable;
        if (!added.impossible) {
            result.found.or(result.assigned);
            added.found.or(added.assigned);
            result.found.and(added.found);
            result.assigned.and(added.assigned);
            result.merged.and(added.merged);
            result.maybeAssigned.or(added.maybeAssigned);
            result.maybeMerged.or(added.maybeMerged);
            result.unread.or(added.unread);
            result.kept.and(added.kept);
            result.changed.or(added.changed);
        }
        return result;
    }

    private static FlowState nowhere() {
        FlowState state = start();
        state.leave();
        return state;
    }

    /** Whether the place is reachable by chapter 14.22. */
    public boolean reachable() {
        return reachable;
    }

    /** Whether no path leads here, so that all holds. */
    public boolean impossible() {
        return impossible;
    }

    /** A jump: what follows is not reached from here. */
    public void leave() {
        reachable = false;
        impossible = true;
    }

    /** A loop with a constant condition: what follows is not reachable, by rule. */
    public void unreachable() {
        reachable = false;
    }

    /** What follows starts a path of its own, as a handler or a lambda does. */
    public void enter() {
        reachable = true;
    }

    /** A call that never returns, which the language does not know. */
    public void stop() {
        impossible = true;
    }

    /** Whether a field is assigned on every path. */
    public boolean isAssigned(int field) {
        return impossible || assigned.get(field);
    }

    /** Whether a field is assigned on some path. */
    public boolean maybeAssigned(int field) {
        return maybeAssigned.get(field);
    }

    /** Whether a field is merged on every path. */
    boolean isMerged(int field) {
        return merged.get(field);
    }

    /** Whether a field is merged on some path. */
    boolean maybeMerged(int field) {
        return maybeMerged.get(field);
    }

    /** Whether a field is not null on any path, as a comparison has told, or an assignment. */
    boolean isFound(int field) {
        return found.get(field);
    }

    /** A comparison tells that a field is not null. */
    public void find(int field) {
        found.set(field);
    }

    /** What is assigned on every path; of no use if the state is impossible. */
    public BitSet assigned() {
        return assigned;
    }

    /** What is assigned on some path. */
    public BitSet maybeAssigned() {
        return maybeAssigned;
    }

    /** What is merged on every path; of no use if the state is impossible. */
    BitSet merged() {
        return merged;
    }

    /** What is merged on some path. */
    BitSet maybeMerged() {
        return maybeMerged;
    }

    /** The assignments, by number, whose value nothing has read on some path. */
    BitSet unread() {
        return unread;
    }

    /** The roots, by number, that somebody took over on every path; of no use if the state is impossible. */
    BitSet kept() {
        return kept;
    }

    /** The roots, by number, that were changed in place and that, on some path, nobody took over. */
    BitSet changed() {
        return changed;
    }

    /** Somebody takes over what belongs to roots. */
    void keep(BitSet roots) {
        kept.or(roots);
        changed.andNot(roots);
    }

    /** What belongs to a root is changed in place. */
    void change(int root) {
        if (!kept.get(root)) {
            changed.set(root);
        }
    }

    /** Code has run that may run at any time; it ended like this, having started from this state. */
    public void after(FlowState code) {
        if (!code.impossible) {
            keep(code.kept);
            changed.or(code.changed);
        }
    }

    /** Before it, code may have run, how often is not known, which ended like this. */
    public FlowState afterRounds(FlowState round) {
        if (!round.impossible) {
            BitSet added = copy(round.changed);
            added.andNot(kept);
            changed.or(added);
        }
        return this;
    }

    /** Fields are assigned. */
    public void assign(BitSet fields) {
        assigned.or(fields);
        maybeAssigned.or(fields);
    }

    /** A field is assigned. */
    public void assign(int field) {
        assigned.set(field);
        maybeAssigned.set(field);
    }

    /** A field may be assigned. */
    public void maybeAssign(int field) {
        maybeAssigned.set(field);
    }

    /** Fields may be assigned. */
    public void maybeAssign(BitSet fields) {
        maybeAssigned.or(fields);
    }

    /** Fields are merged. */
    public void merge(BitSet fields) {
        merged.or(fields);
        maybeMerged.or(fields);
    }

    /** Fields may be merged. */
    public void maybeMerge(BitSet fields) {
        maybeMerged.or(fields);
    }

    /** All that is certain in another state is certain here too, and what is possible there is possible here. */
    public void add(FlowState other) {
        assign(other.assigned);
        merge(other.merged);
        maybeAssign(other.maybeAssigned);
        maybeMerge(other.maybeMerged);
        after(other);
    }

    private static BitSet copy(BitSet set) {
        return (BitSet) set.clone();
    }
}
