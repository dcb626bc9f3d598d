package dev.cairn.engine.flows;

import static dev.cairn.engine.flows.Computation.mix;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import dev.cairn.engine.flows.Block.Choice;
import dev.cairn.engine.flows.Block.Fan;
import dev.cairn.engine.flows.Block.Loop;
import dev.cairn.engine.flows.Block.Split;
import dev.cairn.engine.flows.Block.While;
import dev.cairn.engine.flows.TestFlow.Body;
import dev.cairn.runtime.JoinedTasks;
import dev.cairn.runtime.TaskArguments;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A flow made of random blocks, from the last to the first, since a step names those that follow. */
public final class RandomFlow {
    private static final ArtifactCodec<List<Integer>> ITEMS = Codecs.list(Codecs.BOXED_INT);

    private final boolean analysed;
    private final List<Block> blocks;
    private final List<StepDefinition> steps = new ArrayList<>();
    private final List<Body<State>> bodies = new ArrayList<>();
    private final TestFlow<State> definition;
    private int whiles;

    /** A flow of about {@code size} blocks. */
    public RandomFlow(long seed, int size) {
        Random random = new Random(seed);
        this.analysed = random.nextBoolean();
        this.blocks = new Block.Generator(random, size).sequence(0, 1);
        add(access(StepDefinition.end("end")), (flow, task) -> flow.value = mix(flow.value, 1));
        String first = sequence(blocks, "end", 0);
        add(StepDefinition.linear("start", first), (flow, task) -> flow.value = 1);
        Collections.reverse(steps);
        Collections.reverse(bodies);
        this.definition = build();
    }

    /** The flow class. */
    public static final class State {
        long value;
        int way;
        final List<List<Integer>> items = new ArrayList<>(Collections.nCopies(Block.FANS, null));
    }

    /** The definition of the flow. */
    public TestFlow<State> definition() {
        return definition;
    }

    /** The blocks of which the flow is made. */
    public List<Block> blocks() {
        return blocks;
    }

    /** Adds the steps of a sequence; gives the first of them, or {@code next} if there is none. */
    private String sequence(List<Block> sequence, String next, int level) {
        String entry = next;
        for (int i = sequence.size() - 1; i >= 0; i--) {
            entry = block(sequence.get(i), entry, level);
        }
        return entry;
    }

    private String block(Block block, String next, int level) {
        if (block instanceof Split split) {
            return split(split, next, level);
        } else if (block instanceof Fan fan && level < Block.FANS) {
            return fan(fan, next, level);
        } else if (block instanceof Choice choice) {
            return choice(choice, next, level);
        } else if (block instanceof Loop loop) {
            return loop(loop, next, level);
        } else if (block instanceof While loop) {
            return loop(loop, next, level);
        }
        return add(
                access(StepDefinition.linear(newName(), next)),
                (flow, task) -> flow.value = work(flow.value, block, task, level));
    }

    private String split(Split split, String next, int level) {
        String join = join(split.id(), next);
        String[] entries = split.branches().stream()
                .map(branch -> sequence(branch, join, level))
                .toArray(String[]::new);
        return add(
                access(StepDefinition.split(newName(), join, entries)),
                (flow, task) -> flow.value = mix(flow.value, split.id()));
    }

    private String fan(Fan fan, String next, int level) {
        String join = join(fan.id(), next);
        String entry = sequence(fan.body(), join, level + 1);
        String artifact = "items" + level;
        StepDefinition step =
                StepDefinition.foreach(newName(), join, artifact, Items.iterable(Codecs.BOXED_INT), entry);
        return add(access(step, artifact), (flow, task) -> {
            flow.value = mix(flow.value, fan.id());
            flow.items.set(level, Computation.items(flow.value));
        });
    }

    private String choice(Choice choice, String next, int level) {
        List<String> entries =
                choice.ways().stream().map(way -> sequence(way, next, level)).toList();
        int last = entries.size() - 1;
        StepDefinition step = StepDefinition.switchOn(newName(), "way").otherwise(entries.get(last));
        for (int way = 0; way < last; way++) {
            step = step.when(String.valueOf(way), entries.get(way));
        }
        return add(access(step, "way"), (flow, task) -> {
            flow.value = mix(flow.value, choice.id());
            flow.way = Computation.way(flow.value, entries.size());
        });
    }

    /** The switch stands after the body, but names its first step: so its place is kept free until that is known. */
    private String loop(Loop loop, String next, int level) {
        int place = steps.size();
        String name = add(StepDefinition.end(newName()), (flow, task) -> {
            flow.value = work(flow.value, loop, task, level);
            flow.way = Computation.again(flow.value) ? 1 : 0;
        });
        String entry = sequence(loop.body(), name, level);
        StepDefinition step = StepDefinition.switchOn(name, "way")
                .when("0", next)
                .when("1", entry)
                .maxIterations(Integer.MAX_VALUE);
        steps.set(place, access(step, "way"));
        return entry;
    }

    private String loop(While loop, String next, int level) {
        String name = "w" + whiles++;
        String entry = sequence(loop.body(), name, level);
        StepDefinition step = StepDefinition.switchOn(name, "way")
                .when("0", next)
                .when("1", entry)
                .maxIterations(Integer.MAX_VALUE);
        return add(access(step, "way"), (flow, task) -> {
            flow.value = work(flow.value, loop, task, level);
            flow.way = Computation.again(flow.value) ? 1 : 0;
        });
    }

    private String join(int id, String next) {
        return add(
                access(StepDefinition.linear(newName(), next).join()),
                (flow, task) -> flow.value = Computation.fold(id, values(task.inputs())));
    }

    private String newName() {
        return "s" + steps.size();
    }

    private String add(StepDefinition step, Body<State> body) {
        steps.add(step);
        bodies.add(body);
        return step.name();
    }

    private StepDefinition access(StepDefinition step, String... assigned) {
        if (!analysed) {
            return step;
        }
        List<String> all = new ArrayList<>(List.of(assigned));
        all.add("value");
        return step.access(Access.nothing().reads("value").mustAssign(all.toArray(String[]::new)));
    }

    private TestFlow<State> build() {
        TestFlow.Builder<State> builder = TestFlow.of("Random", State.class, State::new)
                .artifact("value", "long", Codecs.LONG, flow -> flow.value, (flow, value) -> flow.value = value)
                .artifact("way", "int", Codecs.INT, flow -> flow.way, (flow, value) -> flow.way = value);
        for (int level = 0; level < Block.FANS; level++) {
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

    private static long work(long value, Block block, TaskArguments task, int level) {
        List<Integer> current = IntStream.range(0, level)
                .mapToObj(i -> task.<Integer>item("items" + i))
                .toList();
        return Computation.work(value, block.id(), current, task.context().iteration());
    }

    private static List<Long> values(JoinedTasks inputs) {
        return IntStream.range(0, inputs.size())
                .mapToObj(i -> (Long) inputs.get(i).value("value"))
                .toList();
    }
}
