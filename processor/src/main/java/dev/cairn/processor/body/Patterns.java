package dev.cairn.processor.body;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the variables that a pattern declares; kinds of patterns that are younger than this class, too. */
final class Patterns {
    private Patterns() {}

    static Set<String> variables(@Nullable Tree pattern) {
        if (pattern == null) {
            return Set.of();
        }
        Set<String> names = new HashSet<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitBindingPattern(BindingPatternTree tree, @Nullable Void nothing) {
                names.add(tree.getVariable().getName().toString());
                return null;
            }
        }.scan(pattern, null);
        return names;
    }
}
