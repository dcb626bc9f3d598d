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
final class EveryPath {
    /** A set of paths, each known by what it has assigned. */
    private static final class Paths {
        private final Set<Set<String>> paths = new HashSet<>();

        private static Paths none() {
            return new Paths();
        }

        private static Paths union(Paths one, Paths other) {
            Paths all = new Paths();
            all.paths.addAll(one.paths);
            all.paths.addAll(other.paths);
            return all;
        }
    }

    private static final String RETURN = "return";
    private static final String THROW = "throw";

    private final Set<String> reads = new TreeSet<>();
    private final Set<String> may = new TreeSet<>();
    private final Deque<Paths> observers = new ArrayDeque<>();

    /** Where paths have jumped: {@code return}, {@code throw}, or a jump and its label. */
    private Map<String, Paths> jumps = new HashMap<>();

    private EveryPath() {}

    /** The facts of a body. */
    static String facts(RandomBody body) {
        EveryPath every = new EveryPath();
        Paths start = Paths.none();
        start.paths.add(Set.of());
        Paths end = Paths.union(every.run(body.statements(), start, "", ""), every.landed(RETURN));
        Set<String> must = new TreeSet<>(every.may);
        end.paths.forEach(must::retainAll);
        return Facts.of(new BodyModel(
                every.reads, Set.of(), every.may, must, Set.of(), false, BodyModel.PlaceRead.NOTHING, false));
    }

    private Paths run(List<Node> statements, Paths in, String breaksTo, String continuesTo) {
        Paths paths = in;
        for (Node statement : statements) {
            observe(paths);
            paths = run(statement, paths, breaksTo, continuesTo);
            observe(paths);
        }
        return paths;
    }

    private Paths run(Node statement, Paths in, String breaksTo, String continuesTo) {
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
            Paths assigned = assign(help.assigned(), in);
            return help.always() ? assigned : Paths.union(in, assigned);
        } else if (statement instanceof Lambda lambda) {
            Map<String, Paths> outside = jumps;
            jumps = new HashMap<>();
            run(lambda.body(), in, "", "");
            jumps = outside;
            return in;
        } else if (statement instanceof Block block) {
            return run(block.body(), in, breaksTo, continuesTo);
        } else if (statement instanceof If choice) {
            Paths[] outcome = test(choice.condition(), in);
            return Paths.union(
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

    private Paths loop(Loop loop, Paths in) {
        Paths head = in;
        Paths out = Paths.none();
        for (int known = -1; head.paths.size() + out.paths.size() > known; ) {
            known = head.paths.size() + out.paths.size();
            Paths body = head;
            if (loop.kind() == Loop.Kind.WHILE) {
                Paths[] outcome = test(loop.condition(), head);
                body = outcome[0];
                out = Paths.union(out, outcome[1]);
            } else if (loop.kind() == Loop.Kind.EACH) {
                out = Paths.union(out, head);
            }
            Paths next = run(loop.body(), body, loop.label(), loop.label());
            next = Paths.union(next, landed("continue " + loop.label()));
            if (loop.kind() == Loop.Kind.DO) {
                Paths[] outcome = test(loop.condition(), next);
                next = outcome[0];
                out = Paths.union(out, outcome[1]);
            }
            out = Paths.union(out, landed("break " + loop.label()));
            head = Paths.union(head, next);
        }
        return out;
    }

    private Paths choose(Switch choice, Paths in, String continuesTo) {
        String label = "switch " + System.identityHashCode(choice);
        Paths out = choice.hasDefault() ? Paths.none() : in;
        Paths falling = Paths.none();
        for (List<Node> group : choice.groups()) {
            Paths end = run(group, choice.arrows() ? in : Paths.union(in, falling), label, continuesTo);
            if (choice.arrows()) {
                out = Paths.union(out, end);
            } else {
                falling = end;
            }
        }
        return Paths.union(Paths.union(out, falling), landed("break " + label));
    }

    private Paths guard(Try statement, Paths in, String breaksTo, String continuesTo) {
        Map<String, Paths> outside = jumps;
        jumps = new HashMap<>();
        Paths anywhere = Paths.none();
        observers.push(anywhere);
        Paths end = run(statement.body(), in, breaksTo, continuesTo);
        observe(end);
        boolean handles = !statement.handler().isEmpty();
        if (handles) {
            jumps.remove(THROW);
            Paths handled = Paths.none();
            handled.paths.addAll(anywhere.paths);
            end = Paths.union(end, run(statement.handler(), handled, breaksTo, continuesTo));
        }
        observers.pop();
        Map<String, Paths> inside = jumps;
        jumps = outside;
        observe(anywhere);
        if (!statement.last().isEmpty()) {
            run(statement.last(), anywhere, breaksTo, continuesTo);
            end = run(statement.last(), end, breaksTo, continuesTo);
        }
        inside.forEach((jump, paths) -> {
            Paths finished = statement.last().isEmpty() ? paths : run(statement.last(), paths, breaksTo, continuesTo);
            jump(jump, finished);
        });
        return end;
    }

    private Paths[] test(Node condition, Paths in) {
        if (condition instanceof Test test) {
            Paths out = in;
            if (test.assigns()) {
                out = assign(test.field(), in);
            } else {
                read(test.field(), in);
            }
            return new Paths[] {out, out};
        } else if (condition instanceof Not not) {
            Paths[] operand = test(not.operand(), in);
            return new Paths[] {operand[1], operand[0]};
        } else if (condition instanceof Both both) {
            Paths[] left = test(both.left(), in);
            Paths[] right = test(both.right(), left[both.and() ? 0 : 1]);
            return both.and()
                    ? new Paths[] {right[0], Paths.union(left[1], right[1])}
                    : new Paths[] {Paths.union(left[0], right[0]), right[1]};
        } else if (condition instanceof Choice choice) {
            Paths[] outcome = test(choice.condition(), in);
            Paths[] yes = test(choice.yes(), outcome[0]);
            Paths[] no = test(choice.no(), outcome[1]);
            return new Paths[] {Paths.union(yes[0], no[0]), Paths.union(yes[1], no[1])};
        }
        return new Paths[] {in, in};
    }

    private void read(String field, Paths in) {
        if (in.paths.stream().anyMatch(assigned -> !assigned.contains(field))) {
            reads.add(field);
        }
    }

    private Paths assign(String field, Paths in) {
        Paths out = Paths.none();
        for (Set<String> assigned : in.paths) {
            may.add(field);
            Set<String> more = new HashSet<>(assigned);
            more.add(field);
            out.paths.add(more);
        }
        observe(out);
        return out;
    }

    private Paths jump(String jump, Paths in) {
        observe(in);
        jumps.merge(jump, in, Paths::union);
        return Paths.none();
    }

    private Paths landed(String jump) {
        Paths landed = jumps.remove(jump);
        return landed == null ? Paths.none() : landed;
    }

    private void observe(Paths paths) {
        observers.forEach(observer -> observer.paths.addAll(paths.paths));
    }
}
