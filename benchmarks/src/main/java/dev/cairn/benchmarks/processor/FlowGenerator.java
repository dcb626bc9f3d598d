package dev.cairn.benchmarks.processor;

import dev.cairn.benchmarks.processor.Artifact.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes flows of any size: chains, foreaches, splits, splits in foreaches, switches and loops, one after the other, each step
 * of which assigns an artifact and reads some that have a value. They break no rule. Used by one thread; the same seed gives
 * the same text.
 */
final class FlowGenerator {
    private static final List<String> VERBS = List.of("load", "clean", "train", "score", "collect", "count", "rank");

    private final Random random;
    private final BodyGenerator bodies;
    private final List<Artifact> artifacts;
    private final List<Artifact> available = new ArrayList<>();
    private final FlowText text;
    private final int size;
    private int names;
    private int targets;

    private FlowGenerator(int steps, int artifacts, long seed) {
        this.random = new Random(seed);
        this.bodies = new BodyGenerator(random);
        this.artifacts = IntStream.range(0, artifacts).mapToObj(Artifact::of).toList();
        this.text = new FlowText(this.artifacts);
        this.size = steps;
    }

    /** The source of a flow with this many steps, at least 2, and artifacts, at least 20. */
    static String source(int steps, int artifacts, long seed) {
        return new FlowGenerator(steps, artifacts, seed).generate();
    }

    private String generate() {
        String name = "start";
        while (text.steps() < size - 1) {
            name = block(name);
        }
        text.step("", name, "", body("rounds", target()));
        return text.end();
    }

    /** Writes some steps, of which the first has this name, and gives the name of the one after them. */
    private String block(String name) {
        int branches = 2 + random.nextInt(3);
        int left = size - 1 - text.steps();
        int kind = random.nextInt(10);
        if (kind == 0 && left >= 3) {
            return foreach(name);
        } else if (kind == 1 && left >= 2 + branches) {
            return split(name, branches);
        } else if (kind == 2 && left >= 6) {
            return splitInForeach(name);
        } else if (kind == 3 && left >= 3) {
            return choice(name);
        } else if (kind == 4 && left >= 2) {
            return loop(name);
        }
        String after = after(1);
        text.step(next(after), name, "", assign("rounds", target()));
        return after;
    }

    private String foreach(String name) {
        Artifact items = target(Kind.ITEMS);
        String work = name();
        String join = name();
        String after = after(3);
        text.step(next(work) + ", foreach = \"" + items.name() + "\"", name, "", assign("rounds", items));
        Artifact target = target();
        text.step(next(join), work, "@Item int item", body("item", target));
        gather(after, join, List.of(target));
        return after;
    }

    /** Writes the join of a foreach, which makes one value of the last of what its tasks assigned, and drops the others. */
    private void gather(String after, String join, List<Artifact> assigned) {
        Artifact target = assigned.get(assigned.size() - 1);
        text.step(
                next(after),
                join,
                FlowText.inputs(join),
                FlowText.merge(assigned)
                        + "int sum = inputs.stream().mapToInt(each -> "
                        + target.number("each." + target.name() + "()")
                        + ").sum();\n"
                        + target.assignment("sum")
                        + "\n");
        available.removeAll(assigned);
        available.add(target);
    }

    private String split(String name, int branches) {
        List<String> firsts = Stream.generate(this::name).limit(branches).toList();
        String join = name();
        String after = after(2 + branches);
        branches(name, firsts, join, after);
        return after;
    }

    /** Writes a split, its branches and its join, and gives what they assign; the join's own comes last. */
    private List<Artifact> branches(String name, List<String> branches, String join, String after) {
        Artifact opened = target();
        text.step(next(branches.toArray(String[]::new)), name, "", assign("rounds", opened));
        Map<String, Artifact> assigned = new LinkedHashMap<>();
        for (String branch : branches) {
            assigned.put(branch, target());
            text.step(next(join), branch, "", body("rounds", assigned.get(branch)));
        }
        StringBuilder body = new StringBuilder(FlowText.merge(assigned.values()));
        assigned.forEach((branch, artifact) -> {
            body.append("%1$s = inputs.%2$s().%1$s();\n".formatted(artifact.name(), branch));
            have(artifact);
        });
        Artifact target = target();
        text.step(next(after), join, FlowText.inputs(join), body + assign("rounds", target));
        return Stream.concat(Stream.concat(Stream.of(opened), assigned.values().stream()), Stream.of(target))
                .toList();
    }

    private String splitInForeach(String name) {
        Artifact items = target(Kind.ITEMS);
        String split = name();
        List<String> firsts = List.of(name(), name());
        String inner = name();
        String outer = name();
        String after = after(6);
        text.step(next(split) + ", foreach = \"" + items.name() + "\"", name, "", assign("rounds", items));
        List<Artifact> assigned = branches(split, firsts, inner, outer);
        gather(after, outer, assigned);
        return after;
    }

    private String choice(String name) {
        boolean ofTwo = random.nextBoolean();
        Artifact chosen = target(ofTwo ? Kind.FLAG : Kind.QUALITY);
        String one = name();
        String other = name();
        String after = after(3);
        text.step(
                ofTwo
                        ? FlowText.switchOn(chosen, Map.of("true", one), Map.of("false", other))
                        : FlowText.switchOn(chosen, Map.of("GOOD", one), Map.of("POOR", other)),
                name,
                "",
                assign("rounds", chosen));
        Artifact target = target();
        text.step(next(after), one, "", body("rounds", target));
        text.step(next(after), other, "", body("rounds", target));
        have(target);
        return after;
    }

    private String loop(String name) {
        Artifact flag = target(Kind.FLAG);
        String check = name();
        String after = after(2);
        text.step(next(check), name, "TaskContext task", assign("task.iteration()", target()));
        text.step(
                FlowText.switchOn(flag, Map.of("true", name), Map.of("false", after)),
                check,
                "",
                assign("rounds", flag));
        return after;
    }

    private static String next(String... steps) {
        String list = Stream.of(steps).map(step -> '"' + step + '"').collect(Collectors.joining(", "));
        return "next = " + (steps.length == 1 ? list : "{" + list + "}");
    }

    private String name() {
        return VERBS.get(names % VERBS.size()) + ++names;
    }

    /** The name of the step that follows when so many more have been written. */
    private String after(int more) {
        return text.steps() + more >= size - 1 ? "end" : name();
    }

    private Artifact target() {
        return artifacts.get(targets++ % artifacts.size());
    }

    private Artifact target(Kind kind) {
        return Stream.generate(this::target)
                .filter(artifact -> artifact.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** A body that assigns an artifact on a way that not all tasks take. */
    private String body(String start, Artifact target) {
        return bodies.body(start, available, target);
    }

    /** A body that assigns an artifact on a way that all tasks take. */
    private String assign(String start, Artifact target) {
        String body = body(start, target);
        have(target);
        return body;
    }

    private void have(Artifact artifact) {
        if (!available.contains(artifact)) {
            available.add(artifact);
        }
    }
}
