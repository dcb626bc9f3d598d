package dev.cairn.processor.body.walk;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.cairn.processor.body.effect.Effect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the methods and inner classes of a flow do, each walked once, when it is first used. Mutable, used by one analysis.
 *
 * <p>Methods that call each other in a circle are found as Tarjan finds strongly connected components. While one of them is
 * being walked, calls that come back to it do nothing; once the circle is complete, each of them may do what any of them does.
 */
public final class Effects {
    private final Analysis analysis;
    private final Map<Tree, Entry> entries = new IdentityHashMap<>();
    private final Deque<Entry> open = new ArrayDeque<>();
    private final Deque<Entry> calls = new ArrayDeque<>();

    Effects(Analysis analysis) {
        this.analysis = analysis;
    }

    private static final class Entry {
        private final int number;
        private int earliest;
        private boolean comesBack;
        private boolean isComplete;
        private Effect effect;

        private Entry(int number, Effect effect) {
            this.number = number;
            this.earliest = number;
            this.effect = effect;
        }
    }

    /** What a method, or a class with all its methods, does. */
    public Effect of(Tree callee) {
        Entry entry = entries.get(callee);
        if (entry == null) {
            entry = complete(callee);
        } else if (!entry.isComplete) {
            entry.comesBack = true;
            calls.element().earliest = Math.min(calls.element().earliest, entry.earliest);
        }
        return entry.effect;
    }

    /** Whether what a method does is known in full, and not only as far as it does not come back to itself. */
    boolean isComplete(Tree callee) {
        Entry entry = entries.get(callee);
        return entry != null && entry.isComplete;
    }

    private Entry complete(Tree callee) {
        Entry entry =
                new Entry(entries.size(), Effect.none(analysis.code().fields().instance()));
        entries.put(callee, entry);
        open.push(entry);
        calls.push(entry);
        entry.effect = analysis.walk(callee, walk -> run(walk, callee));
        calls.pop();
        if (entry.earliest == entry.number) {
            close(entry);
        } else {
            calls.element().earliest = Math.min(calls.element().earliest, entry.earliest);
        }
        return entry;
    }

    private static void run(Walk walk, Tree callee) {
        if (callee instanceof MethodTree method) {
            walk.classes.method(method);
        } else {
            walk.classes.member((ClassTree) callee);
        }
    }

    private void close(Entry first) {
        List<Entry> circle = new ArrayList<>();
        Entry last;
        do {
            last = open.pop();
            last.isComplete = true;
            circle.add(last);
        } while (last != first);
        if (circle.size() > 1 || first.comesBack) {
            Effect any =
                    Effect.oneOf(circle.stream().map(member -> member.effect).toList());
            circle.forEach(member -> member.effect = member.effect.within(any));
        }
    }
}
