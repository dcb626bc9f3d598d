package dev.cairn.processor.body;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.cairn.processor.body.code.Members;
import dev.cairn.processor.body.code.VariableScopes;
import dev.cairn.processor.body.effect.ChangeFound;
import dev.cairn.processor.body.effect.Effect;
import dev.cairn.processor.body.effect.FieldAssignment;
import dev.cairn.processor.body.effect.FieldRead;
import dev.cairn.processor.body.effect.Fields;
import dev.cairn.processor.body.effect.InPlace;
import dev.cairn.processor.body.effect.MergeFound;
import dev.cairn.processor.body.effect.Place;
import dev.cairn.processor.body.effect.Root;
import dev.cairn.processor.body.secret.SecretFlow;
import dev.cairn.processor.body.secret.WrittenDefaults;
import dev.cairn.processor.body.sharing.SharingWalk;
import dev.cairn.processor.body.walk.Analysis;
import dev.cairn.processor.body.walk.ContextUses;
import dev.cairn.processor.body.walk.InputReads;
import dev.cairn.processor.model.BodyModel;
import dev.cairn.processor.model.FieldAccess;
import dev.cairn.processor.model.FieldAccess.Before;
import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.InputAccess;
import dev.cairn.processor.model.MergeCall;
import dev.cairn.processor.model.Position;
import dev.cairn.processor.model.SecretUse;
import dev.cairn.processor.model.SharedValue;
import dev.cairn.processor.model.StepBody;
import dev.cairn.processor.model.ValueChange;
import dev.cairn.processor.name.GeneratedNames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns what the analysis knows of a flow, numbers and trees, into the model, names and positions. */
final class StepBodies {
    private final Analysis analysis;
    private final Members members;
    private final Fields fields;
    private final BitSet artifacts;
    private final BitSet privates;
    private final BitSet secrets;

    StepBodies(Analysis analysis, Members members, Set<String> secrets) {
        this.analysis = analysis;
        this.members = members;
        this.fields = analysis.code().fields();
        this.artifacts = analysis.artifacts();
        this.secrets = fields.numbers(secrets);
        this.privates = fields.instance();
        privates.andNot(artifacts);
    }

    FlowBodies flow() {
        Map<String, StepBody> steps = new LinkedHashMap<>();
        Map<String, List<SharedValue>> shared = new LinkedHashMap<>();
        Set<FieldAssignment> assignments = new LinkedHashSet<>();
        Map<Position, String> unknownMethods = new LinkedHashMap<>();
        for (MethodTree step : members.steps()) {
            if (step.getBody() == null) {
                continue;
            }
            Effect effect = analysis.step(step);
            List<Effect> effects = withCallees(effect);
            List<FieldAssignment> own = all(effects, Effect::own);
            steps.put(step.getName().toString(), step(step, effect, counted(own), all(effects, Effect::overwritten)));
            assignments.addAll(own);
            effect.leaks()
                    .forEach(leak -> analysis.code()
                            .unknownMethod(leak.tree())
                            .ifPresent(name -> unknownMethods.put(members.position(leak), name)));
            shared.put(step.getName().toString(), shared(step));
        }
        BitSet statics = new BitSet();
        assignments.stream()
                .filter(assignment -> fields.isStatic(assignment.field()))
                .forEach(assignment -> statics.set(assignment.field()));
        return new FlowBodies(
                steps,
                fields.names(analysis.construction().initialised(), fields.instance()),
                fields.names(fields.primitive(), fields.instance()),
                assignments(assignments, artifacts),
                assignments(assignments, statics),
                unknownMethods,
                shared,
                secrets(),
                WrittenDefaults.of(analysis.code()),
                Optional.empty());
    }

    private List<SecretUse> secrets() {
        return new SecretFlow(analysis.code(), secrets, artifacts)
                .uses().stream()
                        .map(use -> new SecretUse(
                                fields.name(use.artifact()),
                                fields.name(use.secret()),
                                use.certain(),
                                members.position(use.place())))
                        .toList();
    }

    private List<SharedValue> shared(MethodTree step) {
        return SharingWalk.atTheEndOf(step, analysis).stream()
                .map(link -> new SharedValue(
                        fields.name(link.one()),
                        fields.name(link.other()),
                        link.relation(),
                        link.frozen(),
                        members.position(link.place())))
                .toList();
    }

    /** The effect of a method, and those of all that it calls, each once. */
    private List<Effect> withCallees(Effect effect) {
        List<Effect> effects = new ArrayList<>(List.of(effect));
        callees(effect).forEach(callee -> effects.add(analysis.effects().of(callee)));
        return effects;
    }

    /** All that code calls, and what that calls, each once. */
    private List<Tree> callees(Effect effect) {
        List<Tree> callees = new ArrayList<>();
        Set<Tree> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Tree> open = new ArrayDeque<>(effect.callees());
        while (!open.isEmpty()) {
            Tree callee = open.pop();
            if (seen.add(callee)) {
                callees.add(callee);
                open.addAll(analysis.effects().of(callee).callees());
            }
        }
        return callees;
    }

    private static <T> List<T> all(List<Effect> effects, Function<Effect, List<T>> part) {
        return effects.stream().map(part).flatMap(List::stream).distinct().toList();
    }

    private BitSet counted(List<FieldAssignment> assignments) {
        BitSet counted = new BitSet();
        assignments.forEach(assignment -> counted.set(assignment.field()));
        assignments.stream()
                .filter(assignment -> assignment.kind() != FieldAccess.Kind.UPDATE)
                .forEach(assignment -> counted.clear(assignment.field()));
        counted.and(fields.primitive());
        return counted;
    }

    private StepBody step(MethodTree method, Effect effect, BitSet counted, List<FieldAssignment> overwritten) {
        List<FieldRead> reads = effect.reads();
        ContextUses context = ContextUses.of(method, analysis);
        boolean everything = !effect.leaks().isEmpty();
        BitSet read = new BitSet();
        reads.forEach(access -> read.set(access.field()));
        BitSet changed = (BitSet) effect.inPlace().mayChange().clone();
        changed.and(read);
        return new StepBody(
                new BodyModel(
                        everything ? Set.of() : fields.names(read, artifacts),
                        everything ? Set.of() : fields.names(changed, artifacts),
                        everything ? Set.of() : fields.names(effect.maybeAssigned(), artifacts),
                        fields.names(effect.assigned(), artifacts),
                        fields.names(assignedBeforeMerge(method, effect), artifacts),
                        everything,
                        context.placeRead(),
                        context.allParameters()),
                reads(reads, artifacts),
                reads(reads, privates),
                assignments(effect.assignments().values(), artifacts),
                everything ? Set.of() : fields.names(counted, artifacts),
                assignments(overwritten, fields.instance()),
                changes(effect.inPlace()),
                effect.merges().stream().map(this::merge).toList(),
                fields.names(effect.merged(), artifacts),
                fields.names(effect.maybeMerged(), artifacts),
                inputReads(method, effect),
                effect.leaks().stream().<Position>map(members::position).toList());
    }

    /** What a join, with what it calls, reads of its inputs; of methods of the flow, not of classes in it. */
    private InputAccess inputReads(MethodTree method, Effect effect) {
        if (!isJoin(method)) {
            return InputAccess.NONE;
        }
        InputReads search = new InputReads(
                analysis,
                members.steps().stream()
                        .map(step -> GeneratedNames.capitalised(step.getName().toString()))
                        .collect(Collectors.toSet()));
        List<FieldAccess> reads = new ArrayList<>(search(search, method, ""));
        for (Tree callee : callees(effect)) {
            if (callee instanceof MethodTree helper && helper.getBody() != null) {
                reads.addAll(search(search, helper, helper.getName().toString()));
            }
        }
        return new InputAccess(
                reads.stream()
                        .filter(read -> fields.number(read.field()) >= 0 && artifacts.get(fields.number(read.field())))
                        .toList(),
                search.names());
    }

    private List<FieldAccess> search(InputReads search, MethodTree method, String through) {
        int before = search.reads().size();
        search.search(method);
        return search.reads().subList(before, search.reads().size()).stream()
                .map(read -> new FieldAccess(
                        InputReads.artifact(read),
                        FieldAccess.Kind.READ,
                        true,
                        Before.NEVER,
                        Before.NEVER,
                        through,
                        1,
                        members.position(new Place(read, method))))
                .toList();
    }

    private boolean isJoin(MethodTree method) {
        return method.getParameters().stream()
                .anyMatch(parameter -> analysis.role(parameter.getType()) == VariableScopes.Role.INPUTS);
    }

    /**
     * What is assigned on every path before it can be merged: by a call that is seen and selects it, or by whoever got hold of
     * {@code this}.
     */
    private BitSet assignedBeforeMerge(MethodTree method, Effect effect) {
        BitSet assigned = new BitSet();
        if (isJoin(method)) {
            assigned.or(effect.leaks().isEmpty() ? new BitSet() : artifacts);
            effect.merges().forEach(merge -> assigned.or(merge.selected(artifacts)));
            assigned.and(effect.assignedBeforeLeaks());
            for (MergeFound merge : effect.merges()) {
                BitSet late = (BitSet) merge.selected(artifacts).clone();
                late.andNot(merge.assignedBefore());
                assigned.andNot(late);
            }
        }
        return assigned;
    }

    private List<FieldAccess> reads(List<FieldRead> reads, BitSet among) {
        return reads.stream()
                .filter(read -> among.get(read.field()))
                .map(read -> new FieldAccess(
                        fields.name(read.field()),
                        read.kind(),
                        read.certain(),
                        read.assigned(),
                        read.merged(),
                        read.through(),
                        read.places(),
                        members.position(read.place())))
                .toList();
    }

    private List<FieldAccess> assignments(Collection<FieldAssignment> assignments, BitSet among) {
        return assignments.stream()
                .filter(assignment -> among.get(assignment.field()))
                .map(assignment -> new FieldAccess(
                        fields.name(assignment.field()),
                        assignment.kind(),
                        assignment.certain(),
                        assignment.assigned(),
                        assignment.merged(),
                        assignment.through(),
                        1,
                        members.position(assignment.place())))
                .toList();
    }

    /** The changes of fields, and those of copies that are lost. */
    private List<ValueChange> changes(InPlace inPlace) {
        List<ValueChange> changes = new ArrayList<>();
        for (ChangeFound change : inPlace.changes()) {
            Root root = change.root();
            if (root.kind() == Root.Kind.FIELD) {
                changes.add(change(ValueChange.Of.FIELD, change, false));
            } else if (inPlace.isLost(change)) {
                changes.add(change(
                        root.kind() == Root.Kind.ITEM ? ValueChange.Of.ITEM : ValueChange.Of.INPUT,
                        change,
                        inPlace.isSometimesKept(change)));
            }
        }
        return changes;
    }

    private ValueChange change(ValueChange.Of of, ChangeFound change, boolean sometimesKept) {
        return new ValueChange(
                of,
                change.root().name(),
                change.certain(),
                sometimesKept,
                change.through(),
                members.position(change.place()));
    }

    private MergeCall merge(MergeFound merge) {
        BitSet assigned = merge.assignedBefore();
        BitSet set = fields.shadowed(assigned);
        BitSet maybeAssigned = without(merge.maybeAssignedBefore(), set);
        maybeAssigned.andNot(assigned);
        BitSet maybeChanged = without(fields.shadowed(merge.maybeAssignedBefore()), set);
        maybeChanged.andNot(maybeAssigned);
        return new MergeCall(
                merge.selection(),
                fields.names(merge.named(), artifacts),
                fields.names(assigned, artifacts),
                fields.names(without(set, assigned), artifacts),
                fields.names(maybeAssigned, artifacts),
                fields.names(maybeChanged, artifacts),
                members.position(merge.place()));
    }

    private static BitSet without(BitSet set, BitSet others) {
        BitSet rest = (BitSet) set.clone();
        rest.andNot(others);
        return rest;
    }
}
