package dev.cairn.processor.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The branches that are open where a step runs, from the outermost to the innermost. There is one scope for each branch of each
 * split, so that two steps run in the same branches exactly if their scopes are the same object.
 */
final class OpenBranches {
    private final @Nullable OpenBranches around;
    private final int split;
    private final int branch;
    private final int depth;
    private final @Nullable OpenBranches foreach;

    private OpenBranches(@Nullable OpenBranches around, int split, int branch, int depth, boolean opensForeach) {
        this.around = around;
        this.split = split;
        this.branch = branch;
        this.depth = depth;
        this.foreach = opensForeach ? this : around == null ? null : around.foreach;
    }

    /** No branch is open. */
    static OpenBranches outermost() {
        return new OpenBranches(null, -1, -1, 0, false);
    }

    /** A branch of {@code split}, which runs in this scope. */
    OpenBranches branch(int split, int branch, boolean foreach) {
        return new OpenBranches(this, split, branch, depth + 1, foreach);
    }

    boolean isOutermost() {
        return around == null;
    }

    /** The scope in which the innermost split runs. */
    OpenBranches around() {
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

    /** The step that opened the innermost foreach; negative if none is open. */
    int foreach() {
        return foreach == null ? -1 : foreach.split;
    }

    /** The steps that opened the foreaches that are open, outermost first. */
    List<Integer> foreaches() {
        List<Integer> steps = new ArrayList<>();
        for (OpenBranches open = foreach; open != null; open = open.around().foreach) {
            steps.add(open.split);
        }
        Collections.reverse(steps);
        return steps;
    }

    /** How many branches are open. */
    int depth() {
        return depth;
    }

    /** The scope around this one, or this one, that has as many open branches as that. */
    OpenBranches atDepth(int wanted) {
        OpenBranches scope = this;
        while (scope.depth > wanted) {
            scope = scope.around();
        }
        return scope;
    }

    /** The innermost scope that is around both, or is one of them. */
    OpenBranches common(OpenBranches other) {
        OpenBranches left = atDepth(other.depth);
        OpenBranches right = other.atDepth(left.depth);
        while (left != right) {
            left = left.around();
            right = right.around();
        }
        return left;
    }
}
