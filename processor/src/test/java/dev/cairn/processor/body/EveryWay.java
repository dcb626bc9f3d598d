package dev.cairn.processor.body;

import dev.cairn.processor.body.RandomBody.Assign;
import dev.cairn.processor.body.RandomBody.Block;
import dev.cairn.processor.body.RandomBody.Both;
import dev.cairn.processor.body.RandomBody.Choice;
import dev.cairn.processor.body.RandomBody.Help;
import dev.cairn.processor.body.RandomBody.If;
import dev.cairn.processor.body.RandomBody.Lambda;
import dev.cairn.processor.body.RandomBody.Leave;
import dev.cairn.processor.body.RandomBody.Loop;
import dev.cairn.processor.body.RandomBody.Node;
import dev.cairn.processor.body.RandomBody.Not;
import dev.cairn.processor.body.RandomBody.Read;
import dev.cairn.processor.body.RandomBody.Return;
import dev.cairn.processor.body.RandomBody.Switch;
import dev.cairn.processor.body.RandomBody.Test;
import dev.cairn.processor.body.RandomBody.Throw;
import dev.cairn.processor.body.RandomBody.Try;
import dev.cairn.processor.body.RandomBody.Update;
import dev.cairn.processor.model.BodyModel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs a body on every path at once: what it carries along is the set of all sets of fields that can be assigned at a place.
 * Conditions can always go both paths, loops any number of rounds, and an exception can come between any two statements.
 */
final class EveryWay {
    /** A set of paths, each known by what it has assigned. */
    private static final class Ways {
        private final Set<Set<String>> ways = new HashSet<>();

        private static Ways none() {
            return new Ways();
        }

        private static Ways union(Ways one, Ways other) {
            Ways all = new Ways();
            all.ways.addAll(one.ways);
            all.ways.addAll(other.ways);
            return all;
        }
    }

    private static final String RETURN = "return";
    private static final String THROW = "throw";

    private final Set<String> reads = new TreeSet<>();
    private final Set<String> may = new TreeSet<>();
    private final Deque<Ways> observers = new ArrayDeque<>();

    /** Where paths have jumped: {@code return}, {@code throw}, or a jump and its label. */
    private Map<String, Ways> jumps = new HashMap<>();

    private EveryWay() {}

    /** The facts of a body. */
    static String facts(RandomBody body) {
        EveryWay every = new EveryWay();
        Ways start = Ways.none();
        start.ways.add(Set.of());
        Ways end = Ways.union(every.run(body.statements(), start, "", ""), every.landed(RETURN));
        Set<String> must = new TreeSet<>(every.may);
        end.ways.forEach(must::retainAll);
        return Facts.of(new BodyModel(every.reads, Set.of(), every.may, must, Set.of(), false));
    }

    private Ways run(List<Node> statements, Ways in, String breaksTo, String continuesTo) {
        Ways ways = in;
        for (Node statement : statements) {
            observe(ways);
            ways = run(statement, ways, breaksTo, continuesTo);
            observe(ways);
        }
        return ways;
    }

    private Ways run(Node statement, Ways in, String breaksTo, String continuesTo) {
        if (statement instanceof Read read) {
            read(read.field(), in);
            return in;
        } else if (statement instanceof Assign assign) {
            return assign(assign.field(), in);
        } else if (statement instanceof Update update) {
            read(update.field(), in);
            return assign(update.field(), in);
        } else if (statement instanceof Help help) {
            read(help.read(), in);
            Ways assigned = assign(help.assigned(), in);
            return help.always() ? assigned : Ways.union(in, assigned);
        } else if (statement instanceof Lambda lambda) {
            Map<String, Ways> outside = jumps;
            jumps = new HashMap<>();
            run(lambda.body(), in, "", "");
            jumps = outside;
            return in;
        } else if (statement instanceof Block block) {
            return run(block.body(), in, breaksTo, continuesTo);
        } else if (statement instanceof If choice) {
            Ways[] outcome = test(choice.condition(), in);
            return Ways.union(
                    run(choice.then(), outcome[0], breaksTo, continuesTo),
                    run(choice.otherwise(), outcome[1], breaksTo, continuesTo));
        } else if (statement instanceof Loop loop) {
            return loop(loop, in);
        } else if (statement instanceof Leave leave) {
            String to = leave.label().isEmpty() ? leave.goesOn() ? continuesTo : breaksTo : leave.label();
            return jump((leave.goesOn() ? "continue " : "break ") + to, in);
        } else if (statement instanceof Return) {
            return jump(RETURN, in);
        } else if (statement instanceof Throw) {
            return jump(THROW, in);
        } else if (statement instanceof Switch choice) {
            return choose(choice, in, continuesTo);
        }
        return guard((Try) statement, in, breaksTo, continuesTo);
    }

    private Ways loop(Loop loop, Ways in) {
        Ways head = in;
        Ways out = Ways.none();
        for (int known = -1; head.ways.size() + out.ways.size() > known; ) {
            known = head.ways.size() + out.ways.size();
            Ways body = head;
            if (loop.kind() == Loop.Kind.WHILE) {
                Ways[] outcome = test(loop.condition(), head);
                body = outcome[0];
                out = Ways.union(out, outcome[1]);
            } else if (loop.kind() == Loop.Kind.EACH) {
                out = Ways.union(out, head);
            }
            Ways next = run(loop.body(), body, loop.label(), loop.label());
            next = Ways.union(next, landed("continue " + loop.label()));
            if (loop.kind() == Loop.Kind.DO) {
                Ways[] outcome = test(loop.condition(), next);
                next = outcome[0];
                out = Ways.union(out, outcome[1]);
            }
            out = Ways.union(out, landed("break " + loop.label()));
            head = Ways.union(head, next);
        }
        return out;
    }

    private Ways choose(Switch choice, Ways in, String continuesTo) {
        String label = "switch " + System.identityHashCode(choice);
        Ways out = choice.hasDefault() ? Ways.none() : in;
        Ways falling = Ways.none();
        for (List<Node> group : choice.groups()) {
            Ways end = run(group, choice.arrows() ? in : Ways.union(in, falling), label, continuesTo);
            if (choice.arrows()) {
                out = Ways.union(out, end);
            } else {
                falling = end;
            }
        }
        return Ways.union(Ways.union(out, falling), landed("break " + label));
    }

    private Ways guard(Try statement, Ways in, String breaksTo, String continuesTo) {
        Map<String, Ways> outside = jumps;
        jumps = new HashMap<>();
        Ways anywhere = Ways.none();
        observers.push(anywhere);
        Ways end = run(statement.body(), in, breaksTo, continuesTo);
        observe(end);
        boolean handles = !statement.handler().isEmpty();
        if (handles) {
            jumps.remove(THROW);
            Ways handled = Ways.none();
            handled.ways.addAll(anywhere.ways);
            end = Ways.union(end, run(statement.handler(), handled, breaksTo, continuesTo));
        }
        observers.pop();
        Map<String, Ways> inside = jumps;
        jumps = outside;
        observe(anywhere);
        if (!statement.last().isEmpty()) {
            run(statement.last(), anywhere, breaksTo, continuesTo);
            end = run(statement.last(), end, breaksTo, continuesTo);
        }
        inside.forEach((jump, ways) -> {
            Ways finished = statement.last().isEmpty() ? ways : run(statement.last(), ways, breaksTo, continuesTo);
            jump(jump, finished);
        });
        return end;
    }

    private Ways[] test(Node condition, Ways in) {
        if (condition instanceof Test test) {
            Ways out = in;
            if (test.assigns()) {
                out = assign(test.field(), in);
            } else {
                read(test.field(), in);
            }
            return new Ways[] {out, out};
        } else if (condition instanceof Not not) {
            Ways[] operand = test(not.operand(), in);
            return new Ways[] {operand[1], operand[0]};
        } else if (condition instanceof Both both) {
            Ways[] left = test(both.left(), in);
            Ways[] right = test(both.right(), left[both.and() ? 0 : 1]);
            return both.and()
                    ? new Ways[] {right[0], Ways.union(left[1], right[1])}
                    : new Ways[] {Ways.union(left[0], right[0]), right[1]};
        } else if (condition instanceof Choice choice) {
            Ways[] outcome = test(choice.condition(), in);
            Ways[] yes = test(choice.yes(), outcome[0]);
            Ways[] no = test(choice.no(), outcome[1]);
            return new Ways[] {Ways.union(yes[0], no[0]), Ways.union(yes[1], no[1])};
        }
        return new Ways[] {in, in};
    }

    private void read(String field, Ways in) {
        if (in.ways.stream().anyMatch(assigned -> !assigned.contains(field))) {
            reads.add(field);
        }
    }

    private Ways assign(String field, Ways in) {
        Ways out = Ways.none();
        for (Set<String> assigned : in.ways) {
            may.add(field);
            Set<String> more = new HashSet<>(assigned);
            more.add(field);
            out.ways.add(more);
        }
        observe(out);
        return out;
    }

    private Ways jump(String jump, Ways in) {
        observe(in);
        jumps.merge(jump, in, Ways::union);
        return Ways.none();
    }

    private Ways landed(String jump) {
        Ways landed = jumps.remove(jump);
        return landed == null ? Ways.none() : landed;
    }

    private void observe(Ways ways) {
        observers.forEach(observer -> observer.ways.addAll(ways.ways));
    }
}
