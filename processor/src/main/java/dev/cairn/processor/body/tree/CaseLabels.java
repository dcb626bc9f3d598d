package dev.cairn.processor.body.tree;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the arrow or colon of a case. Patterns and guards are part of the trees since Java 21 only, so that
 * {@code CaseTree.getLabels} and {@code getGuard} are looked up where this runs, not where it is compiled. Immutable.
 *
 * @param variables what the patterns declare
 * @param isDefault whether one of the labels is {@code default}
 * @param isEnhanced whether one is a pattern or {@code null}, which makes the compiler ask for all cases
 * @param guard the condition after {@code when}, null if there is none
 */
public record CaseLabels(
        Set<VariableTree> variables,
        boolean isDefault,
        boolean isEnhanced,
        @Nullable ExpressionTree guard) {
    private static final @Nullable MethodHandle LABELS = method("getLabels", List.class);
    private static final @Nullable MethodHandle GUARD = method("getGuard", ExpressionTree.class);

    /** The patterns, and other labels, of all cases. */
    public static List<Tree> all(List<? extends CaseTree> trees) {
        List<Tree> all = new ArrayList<>();
        trees.forEach(tree -> all.addAll(labels(tree)));
        return all;
    }

    public static CaseLabels of(CaseTree tree) {
        List<? extends Tree> labels = labels(tree);
        Set<VariableTree> variables = new LinkedHashSet<>();
        boolean isDefault = labels.isEmpty();
        boolean isEnhanced = false;
        for (Tree label : labels) {
            variables.addAll(Patterns.variables(label));
            isDefault |= label.getKind().name().equals("DEFAULT_CASE_LABEL");
            isEnhanced |= label.getKind().name().contains("PATTERN") || hasNull(label);
        }
        return new CaseLabels(variables, isDefault, isEnhanced, (ExpressionTree) call(GUARD, tree));
    }

    private static List<? extends Tree> labels(CaseTree tree) {
        return call(LABELS, tree) instanceof List<?> labels
                ? labels.stream().map(Tree.class::cast).toList()
                : tree.getExpressions();
    }

    private static boolean hasNull(Tree label) {
        boolean[] found = {false};
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
                found[0] |= literal.getKind() == Tree.Kind.NULL_LITERAL;
                return null;
            }
        }.scan(label, null);
        return found[0];
    }

    private static @Nullable MethodHandle method(String name, Class<?> result) {
        try {
            return MethodHandles.publicLookup().findVirtual(CaseTree.class, name, MethodType.methodType(result));
        } catch (NoSuchMethodException | IllegalAccessException older) {
            return null;
        }
    }

    private static @Nullable Object call(@Nullable MethodHandle method, CaseTree tree) {
        if (method == null) {
            return null;
        }
        try {
            return method.invoke(tree);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable checked) {
            throw new IllegalStateException(checked);
        }
    }
}
