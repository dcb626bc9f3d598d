package dev.cairn.processor.body.walk;

import com.sun.source.tree.Tree;
import java.util.EnumSet;
import java.util.Set;

/** The kinds of trees that {@link Walk} knows how to take; a later version of the language may have more. */
final class KnownTrees {
    private static final Set<String> INTERFACES = Set.of(
            "AnnotatedTypeTree",
            "AnnotationTree",
            "AnyPatternTree",
            "ArrayAccessTree",
            "ArrayTypeTree",
            "AssertTree",
            "AssignmentTree",
            "BinaryTree",
            "BindingPatternTree",
            "BlockTree",
            "BreakTree",
            "ClassTree",
            "CompoundAssignmentTree",
            "ConditionalExpressionTree",
            "ContinueTree",
            "DeconstructionPatternTree",
            "DoWhileLoopTree",
            "EmptyStatementTree",
            "EnhancedForLoopTree",
            "ExpressionStatementTree",
            "ForLoopTree",
            "IdentifierTree",
            "IfTree",
            "InstanceOfTree",
            "LabeledStatementTree",
            "LambdaExpressionTree",
            "LiteralTree",
            "MemberReferenceTree",
            "MemberSelectTree",
            "MethodInvocationTree",
            "ModifiersTree",
            "NewArrayTree",
            "NewClassTree",
            "ParameterizedTypeTree",
            "ParenthesizedTree",
            "PrimitiveTypeTree",
            "ReturnTree",
            "SwitchExpressionTree",
            "SwitchTree",
            "SynchronizedTree",
            "ThrowTree",
            "TryTree",
            "TypeCastTree",
            "UnaryTree",
            "VariableTree",
            "WhileLoopTree",
            "YieldTree");

    private static final Set<Tree.Kind> KINDS = kinds();

    private KnownTrees() {}

    static boolean contains(Tree tree) {
        return KINDS.contains(tree.getKind());
    }

    private static Set<Tree.Kind> kinds() {
        Set<Tree.Kind> kinds = EnumSet.noneOf(Tree.Kind.class);
        for (Tree.Kind kind : Tree.Kind.values()) {
            Class<? extends Tree> type = kind.asInterface();
            if (type != null && INTERFACES.contains(type.getSimpleName())) {
                kinds.add(kind);
            }
        }
        return kinds;
    }
}
