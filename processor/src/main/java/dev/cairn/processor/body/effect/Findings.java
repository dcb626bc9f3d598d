package dev.cairn.processor.body.effect;

import com.sun.source.tree.Tree;
import dev.cairn.processor.model.FieldAccess.Before;
import dev.cairn.processor.model.FieldAccess.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a walk over a piece of code has found so far. Mutable, used by one walk.
 *
 * <p>Code is walked once, loops too. What the later rounds of a loop add, that a field may be assigned by an earlier round, is
 * put right at the end of the {@link Region} that the loop opened.
 */
public final class Findings {
    private final Tree member;
    private final Fields fields;
    private final BitSet allFields;
    private final List<FieldRead> reads = new ArrayList<>();
    private final Map<FieldRead.Sort, Integer> sorts = new HashMap<>();
    private final Map<FieldRead.Sort, Set<Tree>> places = new HashMap<>();
    private final Map<Integer, Place> deferredReads = new LinkedHashMap<>();
    private final BitSet deferredAssigned = new BitSet();
    private final Map<Integer, FieldAssignment> assignments = new LinkedHashMap<>();
    private final List<FieldAssignment> own = new ArrayList<>();
    private final Set<Tree> callees = new LinkedHashSet<>();
    private final BitSet replaced = new BitSet();
    private final BitSet used = new BitSet();
    private final List<MergeFound> merges = new ArrayList<>();
    private final Set<Tree> leakTrees = new HashSet<>();
    private final List<Place> leaks = new ArrayList<>();
    private final BitSet assignedBeforeLeaks;
    private final Deque<Region> regions = new ArrayDeque<>();
    private final BitSet mayChange = new BitSet();
    private final BitSet mayChangeParameters = new BitSet();
    private final List<Root> roots = new ArrayList<>();
    private final Set<Root> mayKeep = new LinkedHashSet<>();
    private final Set<ChangeFound> changes = new LinkedHashSet<>();
    private boolean asksRestored;
    private int deferred;
    private int guarded;

    public Findings(Tree member, Fields fields) {
        this.member = member;
        this.fields = fields;
        this.allFields = fields.instance();
        this.assignedBeforeLeaks = (BitSet) allFields.clone();
        regions.push(new Region(0, 0));
    }

    /** A stretch of the code. */
    public static final class Region {
        private final BitSet assigned = new BitSet();
        private final BitSet merged = new BitSet();
        private final int firstRead;
        private final int firstMerge;

        private Region(int firstRead, int firstMerge) {
            this.firstRead = firstRead;
            this.firstMerge = firstMerge;
        }

        /** What may be assigned in it. */
        public BitSet assigned() {
            return assigned;
        }

        /** What may be merged in it. */
        public BitSet merged() {
            return merged;
        }
    }

    public Region open() {
        regions.push(new Region(reads.size(), merges.size()));
        return regions.element();
    }

    public void close(Region region) {
        regions.pop();
        regions.element().assigned.or(region.assigned);
        regions.element().merged.or(region.merged);
    }

    /** Closes a stretch of code that may run several times: what the end of it does, the start of it may see. */
    public void closeLoop(Region region) {
        close(region);
        runsAfter(region.firstRead, region.firstMerge, region.assigned, region.merged);
    }

    private void runsAfter(int firstRead, int firstMerge, BitSet assigned, BitSet merged) {
        for (int i = firstRead; i < reads.size(); i++) {
            FieldRead read = reads.get(i);
            reads.set(i, read.after(assigned.get(read.field()), merged.get(read.field())));
        }
        merges.subList(firstMerge, merges.size()).replaceAll(merge -> merge.after(new BitSet(), assigned));
    }

    /** What follows, until {@link #leaveDeferred}, may run later than where it stands. */
    public void enterDeferred() {
        deferred++;
    }

    public void leaveDeferred() {
        deferred--;
    }

    /** What follows, until {@link #leaveGuarded}, can end anywhere, and the code after it goes on. */
    public void enterGuarded(FlowState state) {
        useAll(state);
        guarded++;
    }

    public void leaveGuarded() {
        guarded--;
    }

    public void read(int field, Kind kind, boolean certain, Tree tree, FlowState state) {
        Place place = place(tree);
        use(field, state);
        if (deferred > 0) {
            deferredReads.putIfAbsent(field, place);
        }
        if (!state.isAssigned(field)) {
            add(new FieldRead(
                    field,
                    kind == Kind.READ && state.isFound(field) ? Kind.GUARDED : kind,
                    certain,
                    deferred > 0,
                    state.maybeAssigned(field) ? Before.MAYBE : Before.NEVER,
                    merged(field, state),
                    "",
                    1,
                    place));
        }
    }

    private void add(FieldRead read) {
        boolean isNew = places.computeIfAbsent(read.sort(), first -> Collections.newSetFromMap(new IdentityHashMap<>()))
                .add(read.place().tree());
        Integer number = sorts.putIfAbsent(read.sort(), reads.size());
        if (number == null) {
            reads.add(read);
        } else if (isNew) {
            reads.set(number, reads.get(number).and(read.places()));
        }
    }

    public void assign(int field, Kind kind, boolean certain, Tree tree, FlowState state) {
        FieldAssignment assignment = new FieldAssignment(
                field, kind, certain, assigned(field, state), merged(field, state), "", place(tree));
        assignments.putIfAbsent(field, assignment);
        own.add(assignment);
        if (certain) {
            replace(field, state);
        }
        if (deferred == 0 && guarded == 0) {
            state.unread().set(own.size() - 1);
        } else {
            used.set(own.size() - 1);
        }
        assigned(field, certain, state);
        assigned(fields.shadow(field), certain, state);
    }

    private void assigned(int field, boolean certain, FlowState state) {
        if (!state.impossible()) {
            regions.element().assigned.set(field);
            if (deferred > 0) {
                deferredAssigned.set(field);
            }
        }
        if (certain) {
            state.assign(field);
        } else {
            state.maybeAssign(field);
        }
    }

    /** The value that a field has from before may be changed in place. */
    public void mayChange(int field) {
        mayChange.set(field);
    }

    /** What belongs to a root may be changed in place. */
    public void mayChange(Root root) {
        if (root.kind() == Root.Kind.FIELD) {
            mayChange.set(root.number());
        } else if (root.kind() == Root.Kind.PARAMETER) {
            mayChangeParameters.set(root.number());
        }
    }

    /** What belongs to a root goes elsewhere. */
    public void takeOver(Root root, FlowState state) {
        if (!root.isField()) {
            mayKeep.add(root);
            number(root);
            BitSet within = new BitSet();
            for (int number = 0; number < roots.size(); number++) {
                within.set(number, roots.get(number).isWithin(root));
            }
            state.keep(within);
        }
    }

    /** What belongs to a root may go elsewhere. */
    public void mayTakeOver(Root root) {
        if (!root.isField()) {
            mayKeep.add(root);
        }
    }

    /** What belongs to a root is changed, and nobody has taken it over in the code that changes it. */
    private void lose(Root root, FlowState state) {
        boolean isKept = state.kept().stream().anyMatch(kept -> root.isWithin(roots.get(kept)));
        if (!root.isField() && !isKept) {
            state.change(number(root));
        }
    }

    private int number(Root root) {
        int number = roots.indexOf(root);
        if (number < 0) {
            roots.add(root);
        }
        return number < 0 ? roots.size() - 1 : number;
    }

    private Set<Root> roots(BitSet numbers) {
        Set<Root> named = new LinkedHashSet<>();
        numbers.stream().mapToObj(roots::get).forEach(named::add);
        return named;
    }

    /** What belongs to a root is changed in place. */
    public void change(Root root, boolean certain, Tree tree, FlowState state) {
        change(root, certain, "", true, tree, state);
    }

    /**
     * What belongs to a root is changed in place by a helper.
     *
     * @param isLost whether the helper does not take it over on every path
     */
    public void change(Root root, boolean certain, String helper, boolean isLost, Tree tree, FlowState state) {
        changes.add(new ChangeFound(root, certain, helper, place(tree)));
        if (isLost) {
            lose(root, state);
        }
        mayChange(root);
        if (root.isField()) {
            assigned(fields.shadow(root.number()), certain, state);
        }
    }

    /** Whether it is this piece of code that is walked, and not one within it. */
    public boolean isOf(Tree code) {
        return member == code;
    }

    public void merge(MergeFound merge, BitSet selected, boolean certain, FlowState state) {
        useAll(state);
        merges.add(merge);
        regions.element().merged.or(selected);
        state.maybeMerge(selected);
        if (certain) {
            state.merge(selected);
        }
    }

    public void leak(Tree tree, FlowState state) {
        leak(place(tree), new BitSet(), state);
    }

    private void leak(Place place, BitSet assignedBefore, FlowState state) {
        if (leakTrees.add(place.tree())) {
            leaks.add(place);
        }
        if (!state.impossible()) {
            BitSet assigned = (BitSet) state.assigned().clone();
            assigned.or(assignedBefore);
            assignedBeforeLeaks.and(assigned);
        }
        anything(state);
    }

    private void anything(FlowState state) {
        useAll(state);
        regions.element().assigned.or(allFields);
        regions.element().merged.or(allFields);
        state.maybeAssign(allFields);
        state.maybeMerge(allFields);
    }

    /** The place of a tree in this code. */
    public Place place(Tree tree) {
        return new Place(tree, member);
    }

    public void asksRestored() {
        asksRestored = true;
    }

    /** Other code of the flow runs here. */
    public void call(Effect effect, List<? extends Tree> code, boolean certain, String name, FlowState state) {
        callees.addAll(code);
        callInPlace(effect.inPlace(), certain, name, state);
        for (FieldRead read : effect.reads()) {
            use(read.field(), state);
            if (!state.isAssigned(read.field())) {
                add(new FieldRead(
                        read.field(),
                        read.kind(),
                        read.certain() && certain,
                        read.deferred() || deferred > 0,
                        state.maybeAssigned(read.field()) ? Before.MAYBE : read.assigned(),
                        read.merged() == Before.NEVER ? merged(read.field(), state) : read.merged(),
                        name,
                        read.places(),
                        read.place()));
            }
        }
        for (Map.Entry<Integer, Place> read : effect.deferredReads().entrySet()) {
            deferredReads.putIfAbsent(read.getKey(), read.getValue());
        }
        if (deferred > 0) {
            effect.reads().forEach(read -> deferredReads.putIfAbsent(read.field(), read.place()));
            deferredAssigned.or(effect.maybeAssigned());
        }
        deferredAssigned.or(effect.deferredAssigned());
        effect.assignments().forEach((field, assignment) -> assignments.putIfAbsent(field, assignment.through(name)));
        if (!effect.merges().isEmpty()) {
            useAll(state);
            effect.merges().forEach(merge -> merges.add(merge.after(surelyAssigned(state), state.maybeAssigned())));
        }
        effect.leaks().forEach(leak -> leak(leak, effect.assignedBeforeLeaks(), state));
        if (!state.impossible()) {
            regions.element().assigned.or(effect.maybeAssigned());
            regions.element().merged.or(effect.maybeMerged());
        }
        effect.assigned().stream().forEach(field -> replace(field, state));
        state.assign(effect.assigned());
        state.maybeAssign(effect.maybeAssigned());
        state.merge(effect.merged());
        state.maybeMerge(effect.maybeMerged());
        if (!effect.returns()) {
            useAll(state);
            state.stop();
        }
    }

    private void callInPlace(InPlace inPlace, boolean certain, String name, FlowState state) {
        inPlace.mayChange().stream().filter(field -> !state.isAssigned(field)).forEach(mayChange::set);
        inPlace.lost().stream().filter(Root::isCopy).forEach(root -> lose(root, state));
        inPlace.mayKeep().stream().filter(Root::isCopy).forEach(this::mayTakeOver);
        inPlace.kept().stream().filter(Root::isCopy).forEach(root -> takeOver(root, state));
        for (ChangeFound change : inPlace.changes()) {
            Root root = change.root();
            boolean isOwn = root.isField() && state.isAssigned(root.number());
            if (root.kind() != Root.Kind.PARAMETER && !isOwn) {
                changes.add(new ChangeFound(root, certain && change.certain(), name, change.place()));
            }
        }
    }

    /** Lambdas that were made when the instance was: any code may run them. */
    public void madeBefore(Effect construction, FlowState state) {
        construction.deferredReads().forEach((field, place) -> {
            deferredReads.put(field, place);
            mayChange.set(field);
            add(new FieldRead(field, Kind.READ, false, true, Before.MAYBE, Before.NEVER, "", 1, place));
        });
        deferredAssigned.or(construction.deferredAssigned());
        regions.element().assigned.or(construction.deferredAssigned());
        state.maybeAssign(construction.deferredAssigned());
        callees.addAll(construction.callees());
        construction.leaks().forEach(leak -> leak(leak, new BitSet(), state));
    }

    /** What the state at a jump knows of values that nothing has read is of no use beyond it. */
    public void useAll(FlowState state) {
        used.or(state.unread());
        state.unread().clear();
    }

    private void use(int field, FlowState state) {
        unreadOf(field, state).forEach(number -> {
            used.set(number);
            state.unread().clear(number);
        });
    }

    private void replace(int field, FlowState state) {
        unreadOf(field, state).forEach(number -> {
            replaced.set(number);
            state.unread().clear(number);
        });
    }

    private List<Integer> unreadOf(int field, FlowState state) {
        return state.unread().isEmpty()
                ? List.of()
                : state.unread().stream()
                        .filter(number -> own.get(number).field() == field)
                        .boxed()
                        .toList();
    }

    private static Before assigned(int field, FlowState state) {
        return state.isAssigned(field) ? Before.ALWAYS : state.maybeAssigned(field) ? Before.MAYBE : Before.NEVER;
    }

    private static Before merged(int field, FlowState state) {
        return state.isMerged(field) ? Before.ALWAYS : state.maybeMerged(field) ? Before.MAYBE : Before.NEVER;
    }

    private static BitSet surelyAssigned(FlowState state) {
        return (BitSet) state.assigned().clone();
    }

    /** All of it, with the state in which the code returns. */
    public Effect effect(FlowState end) {
        BitSet everAssigned = regions.element().assigned;
        BitSet everMerged = regions.element().merged;
        for (int i = 0; i < reads.size(); i++) {
            FieldRead read = reads.get(i);
            if (read.deferred() || read.kind() == Kind.GUARDED) {
                reads.set(i, read.after(everAssigned.get(read.field()), everMerged.get(read.field())));
            }
        }
        useAll(end);
        List<FieldAssignment> overwritten = new ArrayList<>();
        replaced.stream()
                .filter(number -> !used.get(number)
                        && !deferredReads.containsKey(own.get(number).field()))
                .forEach(number -> overwritten.add(own.get(number)));
        return new Effect(
                reads,
                deferredReads,
                deferredAssigned,
                end.impossible() ? everAssigned : end.assigned(),
                everAssigned,
                assignments,
                own,
                callees,
                overwritten,
                end.impossible() ? everMerged : end.merged(),
                everMerged,
                merges,
                leaks,
                assignedBeforeLeaks,
                asksRestored,
                !end.impossible(),
                new InPlace(mayChange, mayChangeParameters, mayKeep, roots(end.kept()), roots(end.changed()), changes));
    }
}
