package dev.cairn.engine.local;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestFlow.Body;
import dev.cairn.runtime.Access;
import dev.cairn.runtime.Items;
import dev.cairn.runtime.JoinedTasks;
import dev.cairn.runtime.StepDefinition;
import dev.cairn.runtime.TaskArguments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A random structured flow, together with the value that it has to compute: an interpreter, which knows nothing of tasks,
 * walks over the same blocks.
 */
final class RandomFlow {
    private static final int DEPTH = 3;
    private static final ArtifactCodec<List<Integer>> ITEMS = Codecs.list(Codecs.BOXED_INT);

    private final Random random;
    private final boolean analysed;
    private final List<StepDefinition> steps = new ArrayList<>();
    private final List<Body<State>> bodies = new ArrayList<>();
    private final List<Block> blocks;
    private final TestFlow<State> definition;
    private int budget;

    RandomFlow(long seed, int size) {
        this.random = new Random(seed);
        this.analysed = random.nextBoolean();
        this.budget = size;
        this.blocks = sequence(0, 1);
        add(access(StepDefinition.end("end"), 0), (flow, task) -> flow.value = mix(flow.value, 1));
        String first = compile(blocks, "end", 0);
        add(StepDefinition.linear("start", first), (flow, task) -> flow.value = 1);
        Collections.reverse(steps);
        Collections.reverse(bodies);
        this.definition = build();
    }

    /** The flow class. */
    static final class State {
        long value;
        final List<List<Integer>> items = new ArrayList<>(Collections.nCopies(DEPTH, null));
    }

    private sealed interface Block {
        int id();
    }

    private record Work(int id) implements Block {}

    private record Split(int id, List<List<Block>> branches) implements Block {}

    private record Fan(int id, List<Block> body) implements Block {}

    TestFlow<State> definition() {
        return definition;
    }

    /** The value after the end step. */
    long expected() {
        return mix(interpret(blocks, 1, List.of()), 1);
    }

    private List<Block> sequence(int depth, int atLeast) {
        List<Block> sequence = new ArrayList<>();
        int length = atLeast + random.nextInt(3);
        while (sequence.size() < length && (budget > 0 || sequence.size() < atLeast)) {
            sequence.add(block(depth));
        }
        return sequence;
    }

    private Block block(int depth) {
        int id = budget-- * 7 + depth;
        int kind = budget <= 0 || depth >= 2 * DEPTH ? 0 : random.nextInt(4);
        if (kind == 1) {
            List<List<Block>> branches = new ArrayList<>();
            int count = 2 + random.nextInt(2);
            for (int i = 0; i < count; i++) {
                branches.add(sequence(depth + 1, i == 0 ? 1 : random.nextInt(2)));
            }
            return new Split(id, branches);
        } else if (kind == 2) {
            return new Fan(id, sequence(depth + 1, 1));
        }
        return new Work(id);
    }

    private String compile(List<Block> sequence, String next, int level) {
        String entry = next;
        for (int i = sequence.size() - 1; i >= 0; i--) {
            entry = compile(sequence.get(i), entry, level);
        }
        return entry;
    }

    private String compile(Block block, String next, int level) {
        String name = "s" + steps.size();
        if (block instanceof Split split) {
            String join = join(split.id(), next, level);
            List<String> entries = split.branches().stream()
                    .map(branch -> compile(branch, join, level))
                    .toList();
            name = "s" + steps.size();
            add(
                    access(StepDefinition.split(name, join, entries.toArray(String[]::new)), level),
                    (flow, task) -> flow.value = mix(flow.value, split.id()));
        } else if (block instanceof Fan fan && level < DEPTH) {
            String join = join(fan.id(), next, level);
            String entry = compile(fan.body(), join, level + 1);
            name = "s" + steps.size();
            StepDefinition step =
                    StepDefinition.foreach(name, join, "items" + level, Items.iterable(Codecs.BOXED_INT), entry);
            add(access(step, level, "items" + level), (flow, task) -> {
                flow.value = mix(flow.value, fan.id());
                flow.items.set(level, items(flow.value));
            });
        } else {
            add(
                    access(StepDefinition.linear(name, next), level),
                    (flow, task) -> flow.value = work(flow.value, block.id(), current(task, level)));
        }
        return name;
    }

    private String join(int id, String next, int level) {
        String name = "j" + steps.size();
        add(
                access(StepDefinition.linear(name, next).join(), level),
                (flow, task) -> flow.value = fold(id, values(task.inputs())));
        return name;
    }

    private void add(StepDefinition step, Body<State> body) {
        steps.add(step);
        bodies.add(body);
    }

    private StepDefinition access(StepDefinition step, int level, String... assigned) {
        if (!analysed) {
            return step;
        }
        List<String> all = new ArrayList<>(List.of(assigned));
        all.add("value");
        return step.access(Access.nothing().reads("value").mustAssign(all.toArray(String[]::new)));
    }

    private TestFlow<State> build() {
        TestFlow.Builder<State> builder = TestFlow.of("Random", State.class, State::new)
                .artifact("value", "long", Codecs.LONG, flow -> flow.value, (flow, value) -> flow.value = value);
        for (int level = 0; level < DEPTH; level++) {
            int index = level;
            builder.artifact(
                    "items" + level,
                    "List<Integer>",
                    ITEMS,
                    flow -> flow.items.get(index),
                    (flow, value) -> flow.items.set(index, value));
        }
        for (int i = 0; i < steps.size(); i++) {
            builder.step(steps.get(i), bodies.get(i));
        }
        return builder.build();
    }

    private static long interpret(List<Block> sequence, long before, List<Integer> current) {
        long value = before;
        for (Block block : sequence) {
            value = interpret(block, value, current);
        }
        return value;
    }

    private static long interpret(Block block, long before, List<Integer> current) {
        if (block instanceof Split split) {
            long inside = mix(before, split.id());
            return fold(
                    split.id(),
                    split.branches().stream()
                            .map(branch -> interpret(branch, inside, current))
                            .toList());
        } else if (block instanceof Fan fan && current.size() < DEPTH) {
            long inside = mix(before, fan.id());
            return fold(
                    fan.id(),
                    items(inside).stream()
                            .map(item -> interpret(fan.body(), inside, append(current, item)))
                            .toList());
        }
        return work(before, block.id(), current);
    }

    private static long work(long value, int id, List<Integer> current) {
        long result = mix(value, id);
        for (int item : current) {
            result = mix(result, item);
        }
        return result;
    }

    private static List<Integer> items(long value) {
        return IntStream.range(0, Math.floorMod(value, 4))
                .mapToObj(i -> (int) Math.floorMod(value >> i, 100L))
                .toList();
    }

    private static List<Integer> current(TaskArguments task, int level) {
        return IntStream.range(0, level)
                .mapToObj(i -> task.<Integer>item("items" + i))
                .toList();
    }

    private static List<Long> values(JoinedTasks inputs) {
        return IntStream.range(0, inputs.size())
                .mapToObj(i -> (Long) inputs.get(i).value("value"))
                .toList();
    }

    private static long fold(int id, List<Long> values) {
        long result = id;
        for (long value : values) {
            result = mix(result, value);
        }
        return result;
    }

    private static List<Integer> append(List<Integer> list, int element) {
        List<Integer> longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }

    private static long mix(long value, long other) {
        long mixed = (value ^ other) * 0x9E3779B97F4A7C15L + other;
        return mixed ^ mixed >>> 29;
    }
}
