package dev.cairn.processor.graph;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The branches that are open where a step runs, from the outermost to the innermost. There is one scope for each branch of each
 * split, so that two steps run in the same branches exactly if their scopes are the same object.
 */
final class Scope {
    private final @Nullable Scope around;
    private final int split;
    private final int branch;
    private final int depth;
    private final List<Integer> foreaches;

    private Scope(@Nullable Scope around, int split, int branch, int depth, List<Integer> foreaches) {
        this.around = around;
        this.split = split;
        this.branch = branch;
        this.depth = depth;
        this.foreaches = foreaches;
    }

    /** No branch is open. */
    static Scope outermost() {
        return new Scope(null, -1, -1, 0, List.of());
    }

    /** A branch of {@code split}, which runs in this scope. */
    Scope branch(int split, int branch, boolean foreach) {
        List<Integer> around = foreaches;
        if (foreach) {
            around = new ArrayList<>(foreaches);
            around.add(split);
        }
        return new Scope(this, split, branch, depth + 1, around);
    }

    boolean isOutermost() {
        return around == null;
    }

    /** The scope in which the innermost split runs. */
    Scope around() {
        if (around == null) {
            throw new IllegalStateException("nothing is around the outermost scope");
        }
        return around;
    }

    /** The step that opened the innermost branch. */
    int split() {
        return split;
    }

    /** Which of the branches of {@link #split()} it is. */
    int branch() {
        return branch;
    }

    /** The foreaches that are open, outermost first. */
    List<Integer> foreaches() {
        return foreaches;
    }

    /** How many branches are open. */
    int depth() {
        return depth;
    }

    /** The scope around this one, or this one, that has as many open branches as that. */
    Scope atDepth(int wanted) {
        Scope scope = this;
        while (scope.depth > wanted) {
            scope = scope.around();
        }
        return scope;
    }

    /** The innermost scope that is around both, or is one of them. */
    Scope common(Scope other) {
        Scope left = atDepth(other.depth);
        Scope right = other.atDepth(left.depth);
        while (left != right) {
            left = left.around();
            right = right.around();
        }
        return left;
    }
}
