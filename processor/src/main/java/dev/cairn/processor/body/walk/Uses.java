package dev.cairn.processor.body.walk;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import dev.cairn.processor.body.code.KnownFunctions;
import dev.cairn.processor.body.code.Names;
import dev.cairn.processor.body.code.Value;
import dev.cairn.processor.body.code.Value.Shape;
import dev.cairn.processor.body.code.Value.Tie;
import dev.cairn.processor.body.code.ValueTypes;
import dev.cairn.processor.body.effect.InPlace;
import dev.cairn.processor.body.effect.Root;
import dev.cairn.processor.body.tree.Patterns;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the code around an expression does with its value. It sees each tree before what is in it. A value of which no tree
 * around it says that it is only looked at, may be changed in place, by whomever it goes to.
 *
 * <p>Of each expression it is known, before it is walked: whether it is <em>looked at</em>, so that nothing of its value is
 * changed or handed on; whether its value is <em>followed</em>, so that what happens to it is seen elsewhere: by the name of a
 * local variable, at a place that changes it, in a helper. What is neither is <em>taken over</em>: by a field, another object,
 * unseen code.
 */
final class Uses {
    private final Walk walk;
    private final ValueTypes types;
    private final ValueRoots values;
    private final HelperUses helpers;
    private final FunctionUses functions;
    private final ReceiverUses receivers;
    private final Set<Tree> looked = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Tree> followed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Tree> targets = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Tree, Value> variables = new IdentityHashMap<>();

    Uses(Walk walk) {
        this.walk = walk;
        this.types = walk.analysis.code().types();
        this.values = new ValueRoots(walk);
        this.helpers = new HelperUses(walk, this, values);
        OtherClassUses others = new OtherClassUses(walk, this, values);
        this.functions = new FunctionUses(walk, this, values, others);
        this.receivers = new ReceiverUses(walk, this, values, helpers, functions, others);
    }

    /** The value of an expression, as far as it belongs to something; null if not. */
    @Nullable
    Value value(@Nullable Tree expression) {
        return values.of(expression);
    }

    /** The value of an expression is only looked at. */
    void look(Tree expression) {
        looked.add(Names.bare(expression));
        looked.add(expression);
    }

    /** What happens to the value of an expression is seen. */
    void follow(Tree expression) {
        followed.add(Names.bare(expression));
        followed.add(expression);
    }

    boolean isLooked(Tree expression) {
        return looked.contains(expression);
    }

    /** A variable that is still to be declared is another name for a value, or for a part of it. */
    void name(VariableTree variable, @Nullable Value value) {
        if (value != null && !types.isConstant(value.type())) {
            variables.put(variable, value);
        }
    }

    /** A variable was a name for something once. */
    void forget(VariableTree variable) {
        variables.remove(variable);
    }

    /** What a variable is a name for; null if for nothing that is known. */
    @Nullable
    Value named(VariableTree variable) {
        return variables.get(variable);
    }

    /** A local variable is declared, and what it starts with has been walked. */
    void declared(VariableTree variable) {
        functions.declared(variable);
    }

    /** The parameters of a method of the flow: what they stand for, its callers know. */
    void parameters(MethodTree method) {
        helpers.parameters(method);
    }

    /** The walk comes to a tree; what is in it comes next. */
    void enter(Tree tree) {
        switch (tree.getKind()) {
            case TYPE_CAST -> pass(tree, ((TypeCastTree) tree).getExpression());
            case CONDITIONAL_EXPRESSION -> {
                pass(tree, ((ConditionalExpressionTree) tree).getTrueExpression());
                pass(tree, ((ConditionalExpressionTree) tree).getFalseExpression());
            }
            case MEMBER_SELECT -> part(tree, ((MemberSelectTree) tree).getExpression());
            case ARRAY_ACCESS -> part(tree, ((ArrayAccessTree) tree).getExpression());
            case METHOD_INVOCATION -> receivers.call((MethodInvocationTree) tree);
            case MEMBER_REFERENCE -> receivers.reference((MemberReferenceTree) tree);
            case NEW_CLASS -> copy((NewClassTree) tree);
            case VARIABLE -> initialise((VariableTree) tree);
            case ASSIGNMENT -> {
                assign(tree, ((AssignmentTree) tree).getVariable());
                rename((AssignmentTree) tree);
            }
            case ENHANCED_FOR_LOOP -> iterate((EnhancedForLoopTree) tree);
            case EXPRESSION_STATEMENT -> look(((ExpressionStatementTree) tree).getExpression());
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                assign(tree, ((UnaryTree) tree).getExpression());
            default -> operators(tree);
        }
        takeOver(tree);
    }

    private void operators(Tree tree) {
        if (tree instanceof BinaryTree binary) {
            look(binary.getLeftOperand());
            look(binary.getRightOperand());
        } else if (tree instanceof CompoundAssignmentTree update) {
            assign(tree, update.getVariable());
            look(update.getExpression());
        } else if (tree instanceof UnaryTree unary) {
            look(unary.getExpression());
        }
    }

    /** A tree whose value is that of another one, or holds it. */
    void pass(Tree tree, ExpressionTree same) {
        if (isLooked(tree)) {
            look(same);
        }
        if (followed.contains(tree)) {
            follow(same);
        }
    }

    /** A member of an object, or an element of an array. */
    private void part(Tree tree, ExpressionTree owner) {
        if (values.of(owner) != null) {
            if (!targets.contains(tree) && (isLooked(tree) || values.of(tree) == null)) {
                look(owner);
            }
            follow(owner);
        }
    }

    /** An assignment to a member or element changes what it belongs to; one to a variable takes the name from a value. */
    private void assign(Tree assignment, ExpressionTree variable) {
        Tree target = Names.bare(variable);
        if (target instanceof IdentifierTree identifier) {
            walk.scopes.unbind(identifier.getName().toString());
        }
        Tree owner = target instanceof ArrayAccessTree access
                ? access.getExpression()
                : target instanceof MemberSelectTree select ? select.getExpression() : null;
        if (owner != null && walk.names.field(target) == null) {
            targets.add(target);
            follow(target);
            change(values.of(owner), assignment);
        }
    }

    /** A local variable becomes another name for a value, on this path at least. What it named before, in a loop, is not known. */
    private void rename(AssignmentTree assignment) {
        Value value = values.of(assignment.getExpression());
        if (value != null
                && Names.bare(assignment.getVariable()) instanceof IdentifierTree local
                && walk.scopes.rebind(local.getName().toString(), value)) {
            follow(assignment.getExpression());
            look(assignment.getVariable());
        }
    }

    private void initialise(VariableTree variable) {
        Value value = values.of(variable.getInitializer());
        if (value != null) {
            name(variable, value);
            look(variable.getInitializer());
        }
    }

    /** The variables of patterns are other names for what is matched with them, and for parts of it. */
    void match(ExpressionTree matched, Collection<? extends @Nullable Tree> patterns) {
        Value value = values.of(matched);
        if (value == null) {
            return;
        }
        for (Tree pattern : patterns) {
            Set<VariableTree> wholes = Patterns.wholes(pattern);
            for (VariableTree variable : Patterns.variables(pattern)) {
                if (wholes.contains(variable)) {
                    name(variable, value);
                } else if (!(variable.getType() instanceof PrimitiveTypeTree)) {
                    name(variable, value.part((TypeMirror) null));
                }
            }
        }
        look(matched);
    }

    private void iterate(EnhancedForLoopTree loop) {
        Value value = values.of(loop.getExpression());
        if (value == null) {
            return;
        } else if (value.shape() == Shape.INPUTS) {
            name(loop.getVariable(), value.part(Shape.INPUT));
            look(loop.getExpression());
        } else if (types.element(value.type()) != null) {
            name(loop.getVariable(), value.part(types.element(value.type())));
            look(loop.getExpression());
        }
    }

    /** A new collection that holds what another one holds. */
    private void copy(NewClassTree tree) {
        if (tree.getClassBody() == null
                && tree.getArguments().size() == 1
                && KnownFunctions.copies(Names.lastName(KnownFunctions.bareType(tree.getIdentifier())))
                && walk.analysis
                        .code()
                        .jdkNames()
                        .means(Names.lastName(KnownFunctions.bareType(tree.getIdentifier())))) {
            lookIfPartsAreConstant(tree.getArguments().get(0));
        }
    }

    /** The parts of a collection or array go elsewhere; it is only looked at if they cannot change. */
    void lookIfPartsAreConstant(ExpressionTree collection) {
        Value value = values.of(collection);
        if (value != null && holdsConstants(value)) {
            look(collection);
        }
    }

    boolean holdsConstants(Value value) {
        return types.holdsConstants(value.type());
    }

    /** A method of the flow is called. */
    void called(InPlace effect, MethodInvocationTree call, boolean certain, String name) {
        helpers.called(effect, call, certain, name);
    }

    /** A value is changed in place here. */
    void change(@Nullable Value value, Tree place) {
        if (value != null && value.tie() != Tie.ONCE) {
            for (Root root : value.roots()) {
                walk.findings.change(root, value.tie() == Tie.SURE, place, walk.state);
            }
        }
    }

    /** What is not followed from here on is not the item, or input, alone. */
    private void takeOver(Tree tree) {
        boolean isValue = switch (tree.getKind()) {
            case IDENTIFIER, MEMBER_SELECT, ARRAY_ACCESS, METHOD_INVOCATION -> true;
            default -> false;
        };
        if (isValue && !looked.contains(tree) && !followed.contains(tree)) {
            Value value = values.of(tree);
            if (value != null) {
                value.roots().forEach(root -> walk.findings.takeOver(root, walk.state));
            }
        }
    }

    /** A field is read that the code has not assigned before. */
    void read(int field, Tree tree) {
        if (!looked.contains(tree)
                && walk.analysis.artifacts().get(field)
                && !types.isConstant(walk.analysis.code().fields().type(field))) {
            walk.findings.mayChange(field);
        }
    }

    /** A local variable is used. */
    void local(IdentifierTree tree) {
        Value value =
                looked.contains(tree) ? null : walk.scopes.value(tree.getName().toString());
        if (value != null) {
            value.roots().forEach(walk.findings::mayChange);
        }
    }
}
