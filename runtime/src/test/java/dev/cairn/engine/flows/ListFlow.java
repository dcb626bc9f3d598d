package dev.cairn.engine.flows;

import static dev.cairn.engine.flows.Computation.mix;

import dev.cairn.codec.Codecs;
import dev.cairn.runtime.Failure;
import dev.cairn.runtime.JoinedTasks;
import dev.cairn.runtime.TaskArguments;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A random flow with a foreach over a parameter that is a list of numbers: {@code start -> open -> (branches) -> join -> end}. Its steps
 * read what they say, and nothing else. Not thread-safe, but for its steps.
 */
final class ListFlow {
    /** What a step does; the names of artifacts that it reads, and {@code index}, {@code stack} or neither. */
    record Reads(Set<String> artifacts, Access.Place place) {}

    final Map<String, Reads> reads = new LinkedHashMap<>();
    final Map<String, Integer> versions = new HashMap<>();
    final boolean overParameter;
    private final boolean overNumber;
    private final List<StepDefinition> steps = new ArrayList<>();
    private final List<TestFlow.Body<State>> bodies = new ArrayList<>();
    private final Random random;
    private final TestFlow<State> definition;
    private volatile Consumer<String> hook = task -> {};

    /** The flow class. */
    static final class State {
        List<Integer> items = List.of();
        int number;
        long salt = 1;
        List<Integer> list = List.of();
        List<Integer> inner = List.of();
        long base;
        long value;
        int way;

        @Nullable
        Failure failure;
    }

    ListFlow(Random random) {
        this.random = random;
        this.overParameter = random.nextBoolean();
        this.overNumber = random.nextInt(5) == 0;
        end();
        definition = build();
    }

    TestFlow<State> definition() {
        return definition;
    }

    void hook(Consumer<String> newHook) {
        hook = newHook;
    }

    Map<String, String> code() {
        return definition.steps().stream()
                .collect(Collectors.toMap(StepDefinition::name, step -> "version " + version(step.name())));
    }

    private int version(String step) {
        return versions.getOrDefault(step, 0);
    }

    /** The artifact or parameter over which the outer foreach goes. */
    String outer() {
        return overNumber ? "number" : overParameter ? "items" : "list";
    }

    /** The elements of the outer foreach. */
    List<Integer> outer(List<Integer> items) {
        return overNumber ? IntStream.range(0, items.size()).boxed().toList() : items;
    }

    /** The elements of the inner foreach, which the step that opens it makes of its own element. */
    static List<Integer> inner(int element, int version) {
        return IntStream.range(0, Math.floorMod(element, 4))
                .map(i -> Math.floorMod(7 * element + i * i + (i == 1 ? version : 0), 5))
                .boxed()
                .toList();
    }

    private void end() {
        add(StepDefinition.end("end"), Set.of("value"), Set.of("value"), (flow, task) -> {});
        add(StepDefinition.linear("join", "end").join(), Set.of(), Set.of("value", "way"), ListFlow::fold);
        String first = branch("join", "b", 1 + random.nextInt(3), true);
        Items items = overNumber ? Items.range() : Items.iterable(Codecs.BOXED_INT);
        Set<String> assigned = overParameter || overNumber ? Set.of() : Set.of("list");
        add(
                StepDefinition.foreach("open", "join", outer(), items, first),
                overNumber ? Set.of("number") : Set.of("items"),
                assigned,
                (flow, task) -> flow.list = flow.items);
        add(StepDefinition.linear("start", "open"), Set.of("salt"), Set.of("base", "value", "way"), (flow, task) -> {
            flow.base = flow.salt;
            flow.value = 1;
        });
        Collections.reverse(steps);
        Collections.reverse(bodies);
    }

    /** Adds the steps of a branch, the last one first; gives the first of them. */
    private String branch(String next, String prefix, int blocks, boolean outermost) {
        String follows = next;
        for (int i = 0; i < blocks; i++) {
            String name = prefix + i;
            follows = switch (random.nextInt(outermost ? 6 : 4)) {
                case 0 -> split(name, follows);
                case 1 -> choice(name, follows);
                case 4, 5 -> outermost ? fan(name, follows) : work(name, follows);
                default -> work(name, follows);
            };
        }
        return !outermost || follows.equals(next) || random.nextBoolean() ? enter(prefix, follows) : follows;
    }

    /** A branch that begins with a join, or with nothing, has a step before it. */
    private String enter(String prefix, String next) {
        return work(prefix + "first", next);
    }

    private String work(String name, String next) {
        StepDefinition step = StepDefinition.linear(name, next);
        boolean catches = random.nextInt(4) == 0;
        boolean assigns = random.nextInt(3) > 0;
        add(
                catches ? step.caughtIn("failure") : step,
                some("base", "value"),
                assigns ? Set.of("value") : Set.of(),
                (flow, task) -> {
                    if (catches && Math.floorMod(element(task), 5) == 0) {
                        throw new IllegalStateException("caught");
                    }
                });
        return name;
    }

    private String split(String name, String next) {
        String join = name + "join";
        add(StepDefinition.linear(join, next).join(), Set.of(), Set.of("value", "way"), ListFlow::fold);
        String left = work(name + "left", join);
        String right = work(name + "right", join);
        add(StepDefinition.split(name, join, left, right), some("base"), Set.of("value"), (flow, task) -> {});
        return name;
    }

    private String choice(String name, String next) {
        String one = work(name + "one", next);
        String other = work(name + "other", next);
        boolean decides = random.nextInt(3) > 0;
        add(
                StepDefinition.switchOn(name, "way").when("0", one).otherwise(other),
                some("base"),
                decides ? Set.of("way") : Set.of(),
                (flow, task) -> flow.way = decides ? Math.floorMod(element(task), 2) : flow.way);
        return name;
    }

    private String fan(String name, String next) {
        String join = name + "join";
        add(StepDefinition.linear(join, next).join(), Set.of(), Set.of("value", "way"), ListFlow::fold);
        String first = branch(join, name + "x", 1, false);
        add(
                StepDefinition.foreach(name, join, "inner", Items.iterable(Codecs.BOXED_INT), first),
                some("base"),
                Set.of("inner"),
                (flow, task) -> flow.inner = inner(element(task), version(name)));
        return name;
    }

    private int element(TaskArguments task) {
        return task.item(outer());
    }

    private Set<String> some(String... artifacts) {
        return List.of(artifacts).stream()
                .filter(artifact -> random.nextInt(4) == 0)
                .collect(Collectors.toSet());
    }

    private void add(StepDefinition step, Set<String> artifacts, Set<String> assigned, TestFlow.Body<State> body) {
        boolean inBranch = !Set.of("start", "open", "join", "end").contains(step.name());
        Access.Place place = !inBranch || random.nextInt(6) > 0
                ? Access.Place.UNREAD
                : random.nextBoolean() ? Access.Place.INDEX : Access.Place.STACK;
        reads.put(step.name(), new Reads(artifacts, place));
        Access access =
                Access.nothing().reads(artifacts.toArray(String[]::new)).mustAssign(assigned.toArray(String[]::new));
        steps.add(step.access(
                place == Access.Place.STACK
                        ? access.readsStack()
                        : place == Access.Place.INDEX ? access.readsIndex() : access));
        bodies.add((flow, task) -> {
            hook.accept(task.context().taskId());
            body.call(flow, task);
            compute(flow, step.name(), task, inBranch && assigned.contains("value"));
        });
    }

    /** Whatever a step says that it reads makes a difference. */
    private void compute(State flow, String name, TaskArguments task, boolean assigns) {
        Reads read = reads.get(name);
        long value = mix(
                definition.step(name).joins() || read.artifacts().contains("value") ? flow.value : 0, version(name));
        value = read.artifacts().contains("base") ? mix(value, flow.base) : value;
        if (assigns && !definition.step(name).joins()) {
            value = mix(value, element(task));
            value = isInInner(name) ? mix(value, task.<Integer>item("inner")) : value;
            value = read.place() != Access.Place.UNREAD ? mix(value, task.index(outer())) : value;
            value = read.place() == Access.Place.STACK
                    ? mix(value, task.context().foreachStack().get(0).count())
                    : value;
        }
        if (definition.step(name).access().mustAssign().contains("value") && !name.equals("start")) {
            flow.value = value;
        }
    }

    /** Whether a step is in the branches of an inner foreach. */
    boolean isInInner(String step) {
        return innerOpener(step) != null;
    }

    @Nullable
    String innerOpener(String step) {
        int at = step.indexOf('x');
        return at > 0 && definition.findStep(step.substring(0, at)).isPresent() && !step.equals("start")
                ? step.substring(0, at)
                : null;
    }

    private static void fold(State flow, TaskArguments task) {
        JoinedTasks inputs = task.inputs();
        flow.value = Computation.fold(
                1,
                IntStream.range(0, inputs.size())
                        .mapToObj(i -> inputs.get(i).has("value")
                                ? (Long) inputs.get(i).value("value")
                                : 0L)
                        .toList());
    }

    private TestFlow<State> build() {
        TestFlow.Builder<State> builder = TestFlow.of("Lists", State.class, State::new)
                .field(
                        ArtifactDefinition.parameter("items", "List<Integer>", Codecs.list(Codecs.BOXED_INT)),
                        flow -> flow.items,
                        (flow, value) -> flow.items = value)
                .field(
                        ArtifactDefinition.parameter("number", "int", Codecs.INT),
                        flow -> flow.number,
                        (flow, value) -> flow.number = value)
                .field(
                        ArtifactDefinition.parameter("salt", "long", Codecs.LONG),
                        flow -> flow.salt,
                        (flow, value) -> flow.salt = value)
                .artifact(
                        "list",
                        "List<Integer>",
                        Codecs.list(Codecs.BOXED_INT),
                        flow -> flow.list,
                        (flow, value) -> flow.list = value)
                .artifact(
                        "inner",
                        "List<Integer>",
                        Codecs.list(Codecs.BOXED_INT),
                        flow -> flow.inner,
                        (flow, value) -> flow.inner = value)
                .artifact("base", "long", Codecs.LONG, flow -> flow.base, (flow, value) -> flow.base = value)
                .artifact("value", "long", Codecs.LONG, flow -> flow.value, (flow, value) -> flow.value = value)
                .artifact("way", "int", Codecs.INT, flow -> flow.way, (flow, value) -> flow.way = value)
                .artifact(
                        "failure",
                        "Failure",
                        new FailureCodec(),
                        flow -> flow.failure,
                        (flow, value) -> flow.failure = value);
        for (int i = 0; i < steps.size(); i++) {
            builder.step(steps.get(i), bodies.get(i));
        }
        return builder.build();
    }

    /** The names of all steps, sorted. */
    List<String> names() {
        return List.copyOf(new TreeSet<>(reads.keySet()));
    }
}
