package dev.cairn.processor.body.sharing;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import dev.cairn.processor.body.code.FlowCode;
import dev.cairn.processor.body.code.Names;
import dev.cairn.processor.body.code.VariableScopes;
import dev.cairn.processor.body.effect.Place;
import dev.cairn.processor.body.sharing.SharedLinks.Origin;
import dev.cairn.processor.body.tree.CaseLabels;
import dev.cairn.processor.body.walk.Analysis;
import dev.cairn.processor.body.walk.Walk;
import dev.cairn.processor.model.SharedValue.Relation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/**
 * Walks the code of a step, and the helpers that it calls, and keeps track of which variables have an object in common. It is a
 * walk of its own beside {@link Walk}: that one proves what must be, this one looks for what is plain to see, so that it may be
 * rougher: a jump leads to the end of the loop or switch around it, one with a label to the end of all; code that may run never, or often, runs once or not at all.
 */
public final class SharingWalk extends TreeScanner<@Nullable Void, @Nullable Void> {
    private static final int DEEPEST_CALL = 4;
    private static final int MOST_CALLS = 64;

    private static final Set<String> PUTS = Set.of(
            "add", "addFirst", "addLast", "offer", "offerFirst", "offerLast", "push", "put", "putIfAbsent", "set");

    private final Analysis analysis;
    private final FlowCode code;
    private final SharedOrigins origins = new SharedOrigins(this);
    private final Map<Tree, List<Origin>> returned = new IdentityHashMap<>();
    private final Map<String, Integer> inputValues = new HashMap<>();
    private final Set<Integer> inputs = new HashSet<>();
    private final Set<Integer> inputLists = new HashSet<>();
    private final Deque<MethodTree> callers = new ArrayDeque<>();
    private Deque<SharedLinks> landings = new ArrayDeque<>();
    private Deque<Map<String, Integer>> scopes = new ArrayDeque<>();
    private SharedLinks state = SharedLinks.start();
    private SharedLinks ends = SharedLinks.nowhere();
    private List<Origin> results = new ArrayList<>();
    private int lastVariable;
    private int calls;

    private SharingWalk(Analysis analysis) {
        this.analysis = analysis;
        this.code = analysis.code();
        this.lastVariable = code.fields().instance().length();
    }

    /** What the artifacts have in common where a step ends. */
    public static List<SharedLinks.Link> atTheEndOf(MethodTree step, Analysis analysis) {
        SharingWalk walk = new SharingWalk(analysis);
        walk.enter(step, List.of());
        return walk.state.links().stream()
                .filter(link -> analysis.artifacts().get(link.one())
                        && analysis.artifacts().get(link.other()))
                .toList();
    }

    // ---- what the origins ask ----

    /** The variable that an expression names, or -1. */
    int variable(Tree expression) {
        Tree tree = Names.bare(expression);
        if (tree instanceof IdentifierTree identifier) {
            String name = identifier.getName().toString();
            for (Map<String, Integer> scope : scopes) {
                if (scope.containsKey(name)) {
                    return scope.get(name);
                }
            }
            return field(name);
        }
        return tree instanceof MemberSelectTree select
                        && Names.lastName(select.getExpression()).equals("this")
                ? field(select.getIdentifier().toString())
                : -1;
    }

    private int field(String name) {
        int number = code.fields().number(name);
        return number >= 0 && !code.fields().isStatic(number) ? number : -1;
    }

    /** What a call of a helper returns; null if it is no such call. */
    @Nullable
    List<Origin> returned(MethodInvocationTree call) {
        return returned.get(call);
    }

    /** The variable that stands for what is read of an input. */
    int input(String text, ExpressionTree input) {
        return inputValues.computeIfAbsent(variable(input) + text, key -> ++lastVariable);
    }

    /** Whether an expression is a variable with an input of a join. */
    boolean isInput(Tree expression) {
        return inputs.contains(variable(expression));
    }

    /** Whether an expression is a variable with all inputs of a join. */
    boolean isInputs(Tree expression) {
        return inputLists.contains(variable(expression));
    }

    // ---- variables ----

    private int declare(VariableTree variable) {
        scopes.element().put(variable.getName().toString(), ++lastVariable);
        if (analysis.role(variable.getType()) == VariableScopes.Role.INPUTS) {
            inputLists.add(lastVariable);
        }
        return lastVariable;
    }

    private Place place(Tree tree) {
        return new Place(tree, callers.element());
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
        scan(tree.getInitializer(), null);
        int variable = declare(tree);
        if (tree.getInitializer() != null) {
            assign(variable, tree.getInitializer(), tree);
            if (origins.isInput(tree.getInitializer())) {
                inputs.add(variable);
            }
        }
        return null;
    }

    private void assign(int variable, ExpressionTree value, Tree tree) {
        state.assign(variable, origins.of(value), origins.isFrozen(value), place(tree));
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
        scan(tree.getExpression(), null);
        int variable = variable(tree.getVariable());
        if (variable >= 0) {
            inputs.remove(variable);
            assign(variable, tree.getExpression(), Names.bare(tree.getVariable()));
        } else if (Names.bare(tree.getVariable()) instanceof ArrayAccessTree access) {
            put(access.getExpression(), tree.getExpression(), tree);
        }
        return null;
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void nothing) {
        scan(tree.getExpression(), null);
        forget(tree.getVariable());
        return null;
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void nothing) {
        switch (tree.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                forget(tree.getExpression());
            default -> scan(tree.getExpression(), null);
        }
        return null;
    }

    private void forget(Tree tree) {
        int variable = variable(tree);
        if (variable >= 0) {
            state.forget(variable);
        }
    }

    private void put(ExpressionTree collection, ExpressionTree value, Tree tree) {
        List<Origin> values = origins.of(value);
        if (!values.isEmpty()) {
            origins.of(collection).forEach(origin -> state.put(origin.variable(), values, place(tree)));
        }
    }

    // ---- calls ----

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
        List<? extends ExpressionTree> arguments = tree.getArguments();
        if (tree.getMethodSelect() instanceof MemberSelectTree select) {
            String name = select.getIdentifier().toString();
            scan(select.getExpression(), null);
            if (Names.lastName(select.getExpression()).equals("this")) {
                scan(arguments, null);
                call(name, tree);
            } else if (name.equals("forEach")
                    && arguments.size() == 1
                    && arguments.get(0) instanceof LambdaExpressionTree lambda) {
                lambda(lambda, origins.of(select.getExpression()));
            } else {
                scan(arguments, null);
                if (PUTS.contains(name) && !arguments.isEmpty()) {
                    put(select.getExpression(), arguments.get(arguments.size() - 1), tree);
                }
            }
        } else {
            scan(arguments, null);
            call(Names.lastName(tree.getMethodSelect()), tree);
        }
        return null;
    }

    /** Walks the helper that is called, unless it is not certain which, or the calls go too deep. */
    private void call(String name, MethodInvocationTree tree) {
        List<? extends ExpressionTree> arguments = tree.getArguments();
        List<MethodTree> methods = code.methods(name, arguments.size());
        boolean isPlain = methods.size() == 1
                && methods.get(0).getBody() != null
                && methods.get(0).getParameters().size() == arguments.size();
        if (!isPlain || callers.contains(methods.get(0)) || callers.size() > DEEPEST_CALL || ++calls > MOST_CALLS) {
            return;
        }
        Deque<Map<String, Integer>> outerScopes = scopes;
        Deque<SharedLinks> outerLandings = landings;
        SharedLinks outerEnds = ends;
        List<Origin> outerResults = results;
        List<List<Origin>> given = arguments.stream().map(origins::of).toList();
        scopes = new ArrayDeque<>();
        landings = new ArrayDeque<>();
        ends = SharedLinks.nowhere();
        results = new ArrayList<>();
        enter(methods.get(0), given);
        returned.put(tree, results);
        scopes = outerScopes;
        landings = outerLandings;
        ends = outerEnds;
        results = outerResults;
    }

    private void enter(MethodTree method, List<List<Origin>> arguments) {
        callers.push(method);
        scopes.push(new HashMap<>());
        for (int i = 0; i < method.getParameters().size(); i++) {
            VariableTree parameter = method.getParameters().get(i);
            int variable = declare(parameter);
            if (i < arguments.size()) {
                state.assign(variable, arguments.get(i), false, place(parameter));
            }
        }
        scan(method.getBody(), null);
        state.meet(ends);
        scopes.pop();
        callers.pop();
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void nothing) {
        lambda(tree, List.of());
        return null;
    }

    /** The last parameter of {@code forEach} is an element, or the value of an entry. */
    private void lambda(LambdaExpressionTree tree, List<Origin> elements) {
        SharedLinks before = state.copy();
        SharedLinks outerEnds = ends;
        List<Origin> outerResults = results;
        ends = SharedLinks.nowhere();
        results = new ArrayList<>();
        scopes.push(new HashMap<>());
        tree.getParameters().forEach(this::declare);
        if (!tree.getParameters().isEmpty()) {
            element(lastVariable, elements, tree);
        }
        scan(tree.getBody(), null);
        scopes.pop();
        state.meet(ends);
        state.meet(before);
        ends = outerEnds;
        results = outerResults;
    }

    private void element(int variable, List<Origin> collection, Tree tree) {
        state.assign(
                variable,
                collection.stream().map(origin -> origin.as(Relation.ELEMENT)).toList(),
                false,
                place(tree));
    }

    // ---- statements ----

    @Override
    public @Nullable Void visitBlock(BlockTree tree, @Nullable Void nothing) {
        scopes.push(new HashMap<>());
        super.visitBlock(tree, null);
        scopes.pop();
        return null;
    }

    @Override
    public @Nullable Void visitIf(IfTree tree, @Nullable Void nothing) {
        scan(tree.getCondition(), null);
        either(tree.getThenStatement(), tree.getElseStatement());
        return null;
    }

    @Override
    public @Nullable Void visitConditionalExpression(ConditionalExpressionTree tree, @Nullable Void nothing) {
        scan(tree.getCondition(), null);
        either(tree.getTrueExpression(), tree.getFalseExpression());
        return null;
    }

    private void either(Tree one, @Nullable Tree other) {
        SharedLinks before = state.copy();
        scan(one, null);
        SharedLinks after = state;
        state = before;
        scan(other, null);
        state.meet(after);
    }

    @Override
    public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void nothing) {
        scan(tree.getCondition(), null);
        loop(() -> scan(tree.getStatement(), null));
        return null;
    }

    @Override
    public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void nothing) {
        landings.push(SharedLinks.nowhere());
        scan(tree.getStatement(), null);
        scan(tree.getCondition(), null);
        state.meet(landings.pop());
        return null;
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void nothing) {
        scopes.push(new HashMap<>());
        scan(tree.getInitializer(), null);
        scan(tree.getCondition(), null);
        loop(() -> {
            scan(tree.getStatement(), null);
            scan(tree.getUpdate(), null);
        });
        scopes.pop();
        return null;
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void nothing) {
        scan(tree.getExpression(), null);
        scopes.push(new HashMap<>());
        loop(() -> {
            int variable = declare(tree.getVariable());
            element(variable, origins.of(tree.getExpression()), tree);
            if (isInputs(tree.getExpression())) {
                inputs.add(variable);
            }
            scan(tree.getStatement(), null);
        });
        scopes.pop();
        return null;
    }

    private void loop(Runnable body) {
        SharedLinks before = state.copy();
        landings.push(SharedLinks.nowhere());
        body.run();
        state.meet(landings.pop());
        state.meet(before);
    }

    @Override
    public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void nothing) {
        scan(tree.getExpression(), null);
        boolean isComplete =
                tree.getCases().stream().anyMatch(each -> CaseLabels.of(each).isDefault());
        cases(tree.getCases(), isComplete);
        return null;
    }

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void nothing) {
        scan(tree.getExpression(), null);
        cases(tree.getCases(), true);
        return null;
    }

    private void cases(List<? extends CaseTree> cases, boolean isComplete) {
        SharedLinks before = state.copy();
        landings.push(isComplete ? SharedLinks.nowhere() : state.copy());
        state.leave();
        scopes.push(new HashMap<>());
        for (CaseTree each : cases) {
            state.meet(before);
            if (each.getBody() == null) {
                scan(each.getStatements(), null);
            } else {
                scan(each.getBody(), null);
                landings.element().meet(state);
                state.leave();
            }
        }
        scopes.pop();
        state.meet(landings.pop());
    }

    @Override
    public @Nullable Void visitTry(TryTree tree, @Nullable Void nothing) {
        scopes.push(new HashMap<>());
        SharedLinks thrown = state.copy();
        scan(tree.getResources(), null);
        scan(tree.getBlock(), null);
        SharedLinks after = state.copy();
        thrown.meet(state);
        for (CatchTree handler : tree.getCatches()) {
            state = thrown.copy();
            scopes.push(new HashMap<>());
            declare(handler.getParameter());
            scan(handler.getBlock(), null);
            scopes.pop();
            after.meet(state);
        }
        state = after;
        scan(tree.getFinallyBlock(), null);
        scopes.pop();
        return null;
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void nothing) {
        scan(tree.getExpression(), null);
        if (tree.getExpression() != null) {
            results.addAll(origins.of(tree.getExpression()));
        }
        ends.meet(state);
        state.leave();
        return null;
    }

    @Override
    public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void nothing) {
        scan(tree.getExpression(), null);
        state.leave();
        return null;
    }

    @Override
    public @Nullable Void visitYield(YieldTree tree, @Nullable Void nothing) {
        scan(tree.getValue(), null);
        jump(null);
        return null;
    }

    @Override
    public @Nullable Void visitBreak(BreakTree tree, @Nullable Void nothing) {
        jump(tree.getLabel());
        return null;
    }

    @Override
    public @Nullable Void visitContinue(ContinueTree tree, @Nullable Void nothing) {
        jump(tree.getLabel());
        return null;
    }

    private void jump(@Nullable Name label) {
        landings.stream().limit(label == null ? 1 : landings.size()).forEach(landing -> landing.meet(state));
        state.leave();
    }

    /** Who calls its methods, and when, is not known. */
    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
        return null;
    }
}
