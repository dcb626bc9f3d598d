package dev.cairn.processor.body.walk;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.cairn.processor.body.code.FlowCode;
import dev.cairn.processor.body.code.Names;
import dev.cairn.processor.body.code.OwnMethods;
import dev.cairn.processor.body.code.VariableScopes.Role;
import dev.cairn.processor.body.effect.Effect;
import dev.cairn.processor.body.effect.FlowState;
import dev.cairn.processor.body.effect.Jumps;
import dev.cairn.processor.name.GeneratedNames;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The analysis of the code of one flow: what all walks share. Used by one thread. */
public final class Analysis {
    private final FlowCode code;
    private final BitSet artifacts;
    private final Set<String> inputsTypes;
    private final Map<String, Integer> constants = new HashMap<>();
    private final Effects effects = new Effects(this);
    private final OwnMethods ownMethods;
    private final Construction construction;
    private final Consumer<Tree> accesses;

    /**
     * An analysis.
     *
     * @param names the names of what is generated for the flow
     * @param artifacts the fields that are stored
     * @param accesses is told of every tree that reads or assigns a field
     */
    public Analysis(FlowCode code, GeneratedNames names, Set<String> artifacts, Consumer<Tree> accesses) {
        this.code = code;
        this.artifacts = code.fields().numbers(artifacts);
        this.accesses = accesses;
        this.ownMethods = new OwnMethods(code.trees(), code.types());
        this.inputsTypes = code.inputsTypes(names);
        artifacts.forEach(artifact ->
                constants.put(GeneratedNames.constant(artifact), code.fields().number(artifact)));
        this.construction = Construction.of(this);
    }

    public FlowCode code() {
        return code;
    }

    /** The fields that are stored. */
    public BitSet artifacts() {
        return artifacts;
    }

    /** The artifacts by the names of their constants. */
    Map<String, Integer> constants() {
        return constants;
    }

    /** What the methods of the flow do. */
    public Effects effects() {
        return effects;
    }

    /** What methods of the user's other classes do to their instances. */
    OwnMethods ownMethods() {
        return ownMethods;
    }

    /** What happens when an instance is made. */
    public Construction construction() {
        return construction;
    }

    /** A tree reads or assigns a field. */
    void seen(Tree tree) {
        accesses.accept(tree);
    }

    /** What a method does in a task whose step it is. */
    public Effect step(MethodTree method) {
        return construction.leavesNothing()
                ? effects.of(method)
                : walk(method, walk -> {
                    walk.findings.madeBefore(construction.effect(), walk.state);
                    walk.classes.method(method);
                });
    }

    /** Walks a piece of code; a second time if it asks for a checkpoint, since then it is known what that holds. */
    Effect walk(Tree member, Consumer<Walk> code) {
        Effect effect = walk(member, code, Restored.NOTHING);
        if (effect.asksRestored()) {
            BitSet assigned = (BitSet) effect.maybeAssigned().clone();
            assigned.and(artifacts);
            assigned.or(this.code.fields().shadows(assigned));
            effect = walk(member, code, new Restored(assigned, effect.maybeMerged()));
        }
        return effect;
    }

    private Effect walk(Tree member, Consumer<Walk> run, Restored restored) {
        Walk walk = new Walk(this, member, restored);
        Jumps.Landing end = walk.jumps.enterMethod();
        run.accept(walk);
        return walk.findings.effect(FlowState.meet(walk.state, end.arrived(Jumps.Kind.RETURN)));
    }

    /** What a variable of this type is; the type is null if it is not written. */
    public Role role(@Nullable Tree type) {
        Tree name = type instanceof AnnotatedTypeTree annotated ? annotated.getUnderlyingType() : type;
        String simpleName = name == null ? "" : Names.lastName(name);
        if (simpleName.equals("TaskContext")) {
            return Role.CONTEXT;
        }
        return inputsTypes.contains(simpleName) ? Role.INPUTS : Role.PLAIN;
    }
}
