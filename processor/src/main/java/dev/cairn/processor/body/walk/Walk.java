package dev.cairn.processor.body.walk;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.AssertTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
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
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import dev.cairn.processor.body.code.Names;
import dev.cairn.processor.body.code.Value;
import dev.cairn.processor.body.code.VariableScopes;
import dev.cairn.processor.body.effect.Findings;
import dev.cairn.processor.body.effect.FlowState;
import dev.cairn.processor.body.effect.Jumps;
import dev.cairn.processor.body.effect.Jumps.Jump;
import dev.cairn.processor.model.FieldAccess.Kind;
import java.util.Collection;
import java.util.Set;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/**
 * Walks a piece of code in the order in which it runs and keeps track of what is assigned (chapter 16 of the language
 * specification, applied to fields). Statements and expressions that take more than a few lines have a class of their own.
 *
 * <p>A kind of tree that is younger than this class is taken to run maybe, at any time.
 */
public final class Walk extends TreeScanner<@Nullable Void, @Nullable Void> {
    final Analysis analysis;
    final Tree member;
    final VariableScopes scopes = new VariableScopes();
    final Names names;
    final Findings findings;
    final Restored restored;
    final Conditions conditions = new Conditions(this);
    final InnerClasses classes = new InnerClasses(this);
    private final LoopStatements loops = new LoopStatements(this);
    private final SwitchStatements switches = new SwitchStatements(this);
    private final TryStatements tries = new TryStatements(this);
    final CallExpressions calls = new CallExpressions(this);
    final Uses uses;
    Jumps jumps = new Jumps();
    FlowState state = FlowState.start();

    /**
     * A walk over a piece of code.
     *
     * @param member the member of the flow in which the code stands
     * @param restored what a task has that goes on from a checkpoint
     */
    Walk(Analysis analysis, Tree member, Restored restored) {
        this.analysis = analysis;
        this.member = member;
        this.names = new Names(analysis.code(), scopes);
        this.findings = new Findings(member, analysis.code().fields());
        this.restored = restored;
        this.uses = new Uses(this);
    }

    /** Walks a tree, if there is one. */
    void walk(@Nullable Tree tree) {
        scan(tree, null);
    }

    /** Walks trees one after the other. */
    void walk(Iterable<? extends Tree> trees) {
        scan(trees, null);
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
        if (tree != null) {
            uses.enter(tree);
        }
        if (tree != null && !KnownTrees.contains(tree)) {
            deferred(() -> super.scan(tree, null));
        } else {
            super.scan(tree, null);
        }
        return null;
    }

    /** Walks a statement that is no block of its own, in a scope of its own. */
    void statement(@Nullable Tree tree, Collection<VariableTree> variables) {
        scopes.open();
        declare(variables);
        walk(tree);
        scopes.close();
    }

    /** Walks code that may run later, or never, or often: what it assigns is maybe assigned. */
    void deferred(Runnable code) {
        FlowState outside = state;
        Jumps around = jumps;
        state = outside.copy();
        state.enter();
        jumps = new Jumps();
        Jumps.Landing landing = jumps.enterMethod();
        Findings.Region region = findings.open();
        findings.enterDeferred();
        code.run();
        FlowState end = FlowState.meet(state, landing.arrived(Jumps.Kind.RETURN));
        findings.leaveDeferred();
        findings.close(region);
        jumps = around;
        state = outside;
        state.after(end);
        state.maybeAssign(region.assigned());
        state.maybeMerge(region.merged());
    }

    /** Walks an operand; {@code this} stays in sight where the operator only looks at its identity. */
    void operand(ExpressionTree tree, boolean identityOnly) {
        if (identityOnly) {
            uses.look(tree);
        }
        if (!identityOnly || !names.isFlow(tree)) {
            walk(tree);
        }
    }

    /** Declares a parameter or local variable in the scope opened last. */
    void declare(VariableTree variable) {
        String name = variable.getName().toString();
        scopes.declare(name, analysis.role(variable.getType()));
        Value value = uses.named(variable);
        if (value != null) {
            scopes.bind(name, value);
        }
    }

    /** Declares the variables of patterns in the scope opened last. */
    void declare(Collection<VariableTree> variables) {
        variables.forEach(this::declare);
    }

    /** Jumps; what follows is not reached from here. */
    void jump(Jumps.Kind kind, @Nullable Name label) {
        FlowState next = state.copy();
        next.leave();
        jumps.jump(new Jump(kind, label == null ? null : label.toString()), state);
        state = next;
    }

    // ---- variables ----

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
        if (names.isFlow(tree)) {
            findings.leak(tree, state);
        } else if (!read(tree)) {
            uses.local(tree);
        }
        return null;
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
        if (names.isFlow(tree)) {
            findings.leak(tree, state);
        } else if (!read(tree)
                && !names.isFlow(tree.getExpression())
                && !names.isFlowSuper(tree.getExpression())
                && !tree.getIdentifier().contentEquals("class")) {
            walk(tree.getExpression());
        }
        return null;
    }

    private boolean read(Tree tree) {
        Names.Field field = names.field(tree);
        if (field != null) {
            analysis.seen(tree);
            if (!state.isAssigned(field.number())) {
                uses.read(field.number(), tree);
            }
            findings.read(field.number(), Kind.READ, field.certain(), tree, state);
        }
        return field != null;
    }

    /** A field is compared with {@code null}, or handed to what compares it. */
    void nullCheck(Names.Field field, Tree tree) {
        analysis.seen(tree);
        if (!state.isAssigned(field.number())) {
            uses.read(field.number(), tree);
        }
        findings.read(field.number(), Kind.GUARDED, field.certain(), tree, state);
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
        Names.Field field = names.field(tree.getVariable());
        if (field == null) {
            walk(tree.getVariable());
        }
        walk(tree.getExpression());
        if (field != null) {
            assign(field, Kind.ASSIGNMENT, tree.getVariable());
        }
        return null;
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void nothing) {
        update(tree.getVariable(), tree.getExpression());
        return null;
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void nothing) {
        switch (tree.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                update(tree.getExpression(), null);
            case LOGICAL_COMPLEMENT -> conditions.evaluateAsValue(tree);
            default -> walk(tree.getExpression());
        }
        return null;
    }

    private void update(ExpressionTree variable, @Nullable ExpressionTree operand) {
        Names.Field field = names.field(variable);
        if (field == null) {
            walk(variable);
        } else {
            findings.read(field.number(), Kind.UPDATE, field.certain(), Names.bare(variable), state);
        }
        walk(operand);
        if (field != null) {
            assign(field, Kind.UPDATE, variable);
        }
    }

    private void assign(Names.Field field, Kind kind, Tree variable) {
        Tree tree = Names.bare(variable);
        analysis.seen(tree);
        findings.assign(field.number(), kind, field.certain(), tree, state);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
        declare(tree);
        walk(tree.getInitializer());
        uses.declared(tree);
        return null;
    }

    // ---- expressions ----

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void nothing) {
        switch (tree.getKind()) {
            case CONDITIONAL_AND, CONDITIONAL_OR, EQUAL_TO, NOT_EQUAL_TO -> conditions.evaluateAsValue(tree);
            default -> {
                walk(tree.getLeftOperand());
                walk(tree.getRightOperand());
            }
        }
        return null;
    }

    @Override
    public @Nullable Void visitConditionalExpression(ConditionalExpressionTree tree, @Nullable Void nothing) {
        conditions.evaluateAsValue(tree);
        return null;
    }

    @Override
    public @Nullable Void visitInstanceOf(InstanceOfTree tree, @Nullable Void nothing) {
        conditions.evaluateAsValue(tree);
        return null;
    }

    @Override
    public @Nullable Void visitTypeCast(TypeCastTree tree, @Nullable Void nothing) {
        walk(tree.getExpression());
        return null;
    }

    @Override
    public @Nullable Void visitNewArray(NewArrayTree tree, @Nullable Void nothing) {
        scan(tree.getDimensions(), null);
        scan(tree.getInitializers(), null);
        return null;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
        calls.call(tree);
        return null;
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void nothing) {
        calls.reference(tree);
        return null;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void nothing) {
        calls.creation(tree);
        return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void nothing) {
        scopes.open();
        tree.getParameters().forEach(this::declare);
        deferred(() -> walk(tree.getBody()));
        scopes.close();
        return null;
    }

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void nothing) {
        switches.expression(tree);
        return null;
    }

    // ---- statements ----

    @Override
    public @Nullable Void visitBlock(BlockTree tree, @Nullable Void nothing) {
        scopes.open();
        walk(tree.getStatements());
        scopes.close();
        return null;
    }

    @Override
    public @Nullable Void visitIf(IfTree tree, @Nullable Void nothing) {
        Conditions.Outcome outcome = conditions.evaluate(tree.getCondition());
        state = outcome.whenTrue();
        statement(tree.getThenStatement(), outcome.variablesWhenTrue());
        FlowState afterThen = state;
        boolean thenEnds = afterThen.reachable();
        state = outcome.whenFalse();
        statement(tree.getElseStatement(), outcome.variablesWhenFalse());
        boolean elseEnds = state.reachable();
        state = FlowState.meet(afterThen, state);
        if (thenEnds != elseEnds) {
            declare(thenEnds ? outcome.variablesWhenTrue() : outcome.variablesWhenFalse());
        }
        return null;
    }

    @Override
    public @Nullable Void visitLabeledStatement(LabeledStatementTree tree, @Nullable Void nothing) {
        loops.labelled(tree);
        return null;
    }

    @Override
    public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void nothing) {
        loops.loop(tree, Set.of());
        return null;
    }

    @Override
    public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void nothing) {
        loops.loop(tree, Set.of());
        return null;
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void nothing) {
        loops.loop(tree, Set.of());
        return null;
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void nothing) {
        loops.loop(tree, Set.of());
        return null;
    }

    @Override
    public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void nothing) {
        switches.statement(tree);
        return null;
    }

    @Override
    public @Nullable Void visitTry(TryTree tree, @Nullable Void nothing) {
        tries.statement(tree);
        return null;
    }

    @Override
    public @Nullable Void visitSynchronized(SynchronizedTree tree, @Nullable Void nothing) {
        operand(tree.getExpression(), true);
        walk(tree.getBlock());
        return null;
    }

    /** After an assertion nothing more is assigned: it may be off. Its pattern variables are not in scope in its detail. */
    @Override
    public @Nullable Void visitAssert(AssertTree tree, @Nullable Void nothing) {
        FlowState off = state.copy();
        Conditions.Outcome outcome = conditions.evaluate(tree.getCondition());
        state = outcome.whenFalse();
        walk(tree.getDetail());
        state = FlowState.meet(outcome.whenTrue(), off);
        return null;
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void nothing) {
        walk(tree.getExpression());
        jump(Jumps.Kind.RETURN, null);
        return null;
    }

    @Override
    public @Nullable Void visitYield(YieldTree tree, @Nullable Void nothing) {
        walk(tree.getValue());
        jump(Jumps.Kind.YIELD, null);
        return null;
    }

    @Override
    public @Nullable Void visitBreak(BreakTree tree, @Nullable Void nothing) {
        jump(Jumps.Kind.BREAK, tree.getLabel());
        return null;
    }

    @Override
    public @Nullable Void visitContinue(ContinueTree tree, @Nullable Void nothing) {
        jump(Jumps.Kind.CONTINUE, tree.getLabel());
        return null;
    }

    @Override
    public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void nothing) {
        walk(tree.getExpression());
        findings.useAll(state);
        state.leave();
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
        classes.local(tree);
        return null;
    }

    // ---- what holds no code that runs: types and annotations ----

    @Override
    public @Nullable Void visitParameterizedType(ParameterizedTypeTree tree, @Nullable Void nothing) {
        return null;
    }

    @Override
    public @Nullable Void visitArrayType(ArrayTypeTree tree, @Nullable Void nothing) {
        return null;
    }

    @Override
    public @Nullable Void visitAnnotatedType(AnnotatedTypeTree tree, @Nullable Void nothing) {
        return null;
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void nothing) {
        return null;
    }

    @Override
    public @Nullable Void visitModifiers(ModifiersTree tree, @Nullable Void nothing) {
        return null;
    }
}
