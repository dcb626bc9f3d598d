package dev.cairn.processor.body.walk;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.TryTree;
import dev.cairn.processor.body.effect.Findings;
import dev.cairn.processor.body.effect.FlowState;
import dev.cairn.processor.body.effect.Jumps;
import org.jspecify.annotations.Nullable;

/**
 * Walks {@code try} statements (chapter 16.2.15). A handler starts from the state before the {@code try}, since an exception can
 * come from anywhere within; so does a {@code finally}.
 */
final class TryStatements {
    private final Walk walk;

    TryStatements(Walk walk) {
        this.walk = walk;
    }

    void statement(TryTree tree) {
        FlowState before = walk.state.copy();
        walk.findings.enterGuarded(walk.state);
        walk.findings.useAll(before);
        Findings.Region region = walk.findings.open();
        Jumps.@Nullable Detour detour = tree.getFinallyBlock() == null ? null : walk.jumps.enterFinally();
        body(tree);
        FlowState end = walk.state;
        for (CatchTree handler : tree.getCatches()) {
            walk.state = interrupted(before, region);
            walk.scopes.open();
            walk.declare(handler.getParameter());
            walk.walk(handler.getBlock());
            walk.scopes.close();
            end = FlowState.meet(end, walk.state);
        }
        walk.state = end;
        walk.findings.close(region);
        if (detour != null) {
            walk.jumps.leave();
            finish(tree, detour, interrupted(before, region), end);
        }
        walk.findings.leaveGuarded();
    }

    private void body(TryTree tree) {
        walk.scopes.open();
        walk.walk(tree.getResources());
        walk.walk(tree.getBlock());
        walk.scopes.close();
    }

    private static FlowState interrupted(FlowState before, Findings.Region region) {
        FlowState state = before.copy();
        state.enter();
        state.maybeAssign(region.assigned());
        state.maybeMerge(region.merged());
        return state;
    }

    private void finish(TryTree tree, Jumps.Detour detour, FlowState interrupted, FlowState end) {
        walk.state = interrupted;
        walk.walk(tree.getFinallyBlock());
        FlowState finished = walk.state;
        if (finished.reachable()) {
            end.add(finished);
            walk.state = end;
            if (finished.impossible()) {
                end.stop();
            }
        }
        walk.jumps.resume(detour, finished);
    }
}
