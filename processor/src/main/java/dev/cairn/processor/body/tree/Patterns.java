package dev.cairn.processor.body.tree;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the variables that a pattern declares; kinds of patterns that are younger than this class, too. */
public final class Patterns {
    private Patterns() {}

    /** All variables of a pattern. */
    public static Set<VariableTree> variables(@Nullable Tree pattern) {
        Scan scan = new Scan();
        scan.scan(pattern, null);
        Set<VariableTree> all = new LinkedHashSet<>(scan.wholes);
        all.addAll(scan.components);
        return all;
    }

    /** Those that stand for all that is matched, and not for a component of a record. */
    public static Set<VariableTree> wholes(@Nullable Tree pattern) {
        Scan scan = new Scan();
        scan.scan(pattern, null);
        return scan.wholes;
    }

    private static final class Scan extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final Set<VariableTree> wholes = new LinkedHashSet<>();
        private final Set<VariableTree> components = new LinkedHashSet<>();
        private int depth;

        @Override
        public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
            boolean isRecord = tree != null && tree.getKind().name().equals("DECONSTRUCTION_PATTERN");
            depth += isRecord ? 1 : 0;
            super.scan(tree, null);
            depth -= isRecord ? 1 : 0;
            return null;
        }

        @Override
        public @Nullable Void visitBindingPattern(BindingPatternTree tree, @Nullable Void nothing) {
            (depth == 0 ? wholes : components).add(tree.getVariable());
            return null;
        }
    }
}
