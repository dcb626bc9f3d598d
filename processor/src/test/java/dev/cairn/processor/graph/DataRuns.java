package dev.cairn.processor.graph;

import dev.cairn.processor.graph.DataSketch.Effect;
import dev.cairn.processor.graph.DataSketch.Merge;
import dev.cairn.processor.graph.Sketch.Kind;
import dev.cairn.processor.graph.Sketch.Node;
import dev.cairn.processor.model.MergeCall.Selection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Runs a flow many times with decisions at random, and keeps what was seen: which artifacts were there, and which were not, before
 * and after each step, and which values disagreed at a join. Knows the words of the design, and nothing of the analysis.
 */
final class DataRuns {
    private static final int INITIAL = 0;
    private static final int NO_FAILURE = -1;
    private static final int ZERO = -2;
    private static final int MOST_TASKS = 300;
    private static final List<Integer> PERCENT = List.of(0, 10, 50, 90, 100);

    /** What was seen at a place; of a join, before it means what came in. */
    static final class Seen {
        final Set<String> present = new TreeSet<>();
        final Set<String> absent = new TreeSet<>();
        final Set<String> lost = new TreeSet<>();

        private void see(Map<String, Integer> values) {
            for (String artifact : DataSketch.ARTIFACTS) {
                (values.containsKey(artifact) ? present : absent).add(artifact);
                if (!values.containsKey(artifact) && values.containsKey(was(artifact))) {
                    lost.add(artifact);
                }
            }
        }

        /** Whether a run came here. */
        boolean any() {
            return !present.isEmpty() || !absent.isEmpty();
        }
    }

    /** A task that opened branches. */
    private record Opening(int number, Task task, int branches, Map<String, Integer> values) {}

    /** A task to run, in a branch of each of the open splits, innermost first. */
    private record Task(String step, List<Opening> open, List<Integer> branch) {}

    /** The places in the code of a step. */
    enum Place {
        /** Where it begins. */
        BEGIN,
        /** After it has merged. */
        MERGED,
        /** After it has assigned. */
        ASSIGNED
    }

    /** Beside the values, the name that tells that an artifact was assigned once, whatever joins made of it. */
    private static String was(String artifact) {
        return "once " + artifact;
    }

    private static boolean isValue(String name) {
        return DataSketch.ARTIFACTS.contains(name);
    }

    final Map<String, Seen> before = new HashMap<>();
    final Map<String, Seen> after = new HashMap<>();
    final Map<String, Set<String>> conflicts = new HashMap<>();
    private final Map<String, Map<Place, Seen>> inside = new HashMap<>();
    private final Map<String, Map<Place, Seen>> firstInside = new HashMap<>();
    private final Map<String, Integer> arrivals = new HashMap<>();
    private final DataSketch data;
    private final Random random;
    private final Deque<Runnable> ready = new ArrayDeque<>();
    private final Map<String, TreeMap<Integer, Map<String, Integer>>> arrived = new HashMap<>();
    private int numbers;
    private int assigning;
    private int failing;
    private boolean stopped;

    DataRuns(DataSketch data, Random random) {
        this.data = data;
        this.random = random;
        for (Node node : data.sketch.nodes) {
            before.put(node.name, new Seen());
            after.put(node.name, new Seen());
            conflicts.put(node.name, new TreeSet<>());
        }
    }

    /** Whether a run ended early, since a merge did not find what it names. */
    boolean stopped() {
        return stopped;
    }

    /** What was seen at a place in the code of a step. */
    Seen at(String step, Place place) {
        return at(inside, step, place);
    }

    /** What was seen there by the first task of each run that came to the step. */
    Seen firstAt(String step, Place place) {
        return at(firstInside, step, place);
    }

    private static Seen at(Map<String, Map<Place, Seen>> seen, String step, Place place) {
        return seen.computeIfAbsent(step, missing -> new EnumMap<>(Place.class))
                .computeIfAbsent(place, missing -> new Seen());
    }

    private void see(String step, Place place, Map<String, Integer> values) {
        at(step, place).see(values);
        if (arrivals.get(step) == 1) {
            firstAt(step, place).see(values);
        }
    }

    /** Runs it some more times. */
    void run(int times) {
        for (int i = 0; i < times; i++) {
            run();
        }
    }

    private void run() {
        assigning = PERCENT.get(random.nextInt(PERCENT.size()));
        failing = PERCENT.get(random.nextInt(PERCENT.size()));
        ready.clear();
        arrived.clear();
        arrivals.clear();
        Map<String, Integer> values = new HashMap<>();
        DataSketch.INITIALISED.forEach(artifact -> values.put(artifact, INITIAL));
        start(new Task("start", List.of(), List.of()), values);
        for (int tasks = 0; !ready.isEmpty() && tasks < MOST_TASKS; tasks++) {
            ready.remove().run();
        }
    }

    private boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    private void start(Task task, Map<String, Integer> values) {
        ready.add(() -> {
            before.get(task.step()).see(values);
            arrivals.merge(task.step(), 1, Integer::sum);
            see(task.step(), Place.BEGIN, values);
            see(task.step(), Place.MERGED, values);
            Effect effect = data.effects.get(task.step());
            finish(task, effect, new HashMap<>(values), effect.catches() && happens(failing));
        });
    }

    /** What the code of the step does once it has merged, and where the flow goes on. */
    private void finish(Task task, Effect effect, Map<String, Integer> values, boolean failed) {
        for (String artifact : DataSketch.ARTIFACTS) {
            boolean always = effect.always().contains(artifact);
            boolean counted = effect.counted().contains(artifact);
            boolean maybe = always || counted || effect.sometimes().contains(artifact);
            if (always && !failed || maybe && happens(assigning)) {
                values.put(artifact, ++numbers);
                values.put(was(artifact), 1);
            } else if (counted && !failed) {
                values.putIfAbsent(artifact, ZERO);
                values.put(was(artifact), 1);
            }
        }
        if (!failed) {
            see(task.step(), Place.ASSIGNED, values);
        }
        if (effect.catches()) {
            values.put(DataSketch.FAILURE, failed ? ++numbers : NO_FAILURE);
            values.put(was(DataSketch.FAILURE), 1);
        }
        after.get(task.step()).see(values);
        Node node = data.sketch.node(task.step());
        if (node.kind == Kind.SPLIT || node.kind == Kind.FOREACH) {
            open(task, node, values);
        } else if (node.kind != Kind.END) {
            arrive(task, node.targets.get(random.nextInt(node.targets.size())), values);
        }
    }

    private void open(Task task, Node node, Map<String, Integer> values) {
        List<String> heads =
                node.kind == Kind.SPLIT ? node.targets : Collections.nCopies(random.nextInt(3), node.targets.get(0));
        Opening opening = new Opening(++numbers, task, heads.size(), values);
        if (heads.isEmpty()) {
            join(joinOf(node), opening, List.of(values));
        }
        for (int branch = 0; branch < heads.size(); branch++) {
            start(
                    new Task(heads.get(branch), inside(opening, task.open()), inside(branch, task.branch())),
                    new HashMap<>(values));
        }
    }

    private static <T> List<T> inside(T inner, List<T> outer) {
        List<T> all = new ArrayList<>(List.of(inner));
        all.addAll(outer);
        return all;
    }

    private void arrive(Task task, String step, Map<String, Integer> values) {
        if (!data.sketch.node(step).joins) {
            start(new Task(step, task.open(), task.branch()), values);
            return;
        }
        Opening opening = task.open().get(0);
        TreeMap<Integer, Map<String, Integer>> inputs =
                arrived.computeIfAbsent(step + " " + opening.number(), missing -> new TreeMap<>());
        inputs.put(task.branch().get(0), values);
        if (inputs.size() == opening.branches()) {
            join(step, opening, List.copyOf(inputs.values()));
        }
    }

    private void join(String step, Opening opening, List<Map<String, Integer>> inputs) {
        Map<String, Integer> offered = new HashMap<>();
        Map<String, Integer> values = new HashMap<>();
        for (Map<String, Integer> input : inputs) {
            input.forEach((artifact, value) -> {
                if (!isValue(artifact)) {
                    values.put(artifact, value);
                    return;
                }
                Integer other = offered.putIfAbsent(artifact, value);
                if (other != null && !other.equals(value)) {
                    conflicts.get(step).add(artifact);
                    offered.put(artifact, random.nextBoolean() ? value : other); // as if they were equal
                }
            });
        }
        before.get(step).see(offered);
        Task task = new Task(step, opening.task().open(), opening.task().branch());
        Effect effect = data.effects.get(step);
        arrivals.merge(step, 1, Integer::sum);
        see(step, Place.BEGIN, values);
        boolean failed = effect.catches() && happens(failing);
        for (Merge merge : effect.merges()) {
            boolean called = !merge.conditional() && !failed || happens(assigning);
            if (called
                    && merge.selection() == Selection.ONLY
                    && !offered.keySet().containsAll(merge.names())) {
                stopped = true;
                if (!effect.catches()) {
                    ready.clear();
                    return;
                }
                failed = true;
                break;
            } else if (called) {
                offered.keySet().stream().filter(merge::selects).forEach(name -> values.put(name, offered.get(name)));
            }
        }
        if (!failed) {
            see(step, Place.MERGED, values);
        }
        finish(task, effect, values, failed);
    }

    /** Where a foreach is joined: the first join on a path from it that does not belong to a split in between. */
    private String joinOf(Node foreach) {
        Set<String> seen = new HashSet<>();
        Deque<Map.Entry<String, Integer>> queue = new ArrayDeque<>();
        queue.add(Map.entry(foreach.targets.get(0), 1));
        while (!queue.isEmpty()) {
            Node node = data.sketch.node(queue.element().getKey());
            int open = queue.remove().getValue() - (node.joins ? 1 : 0);
            if (open == 0) {
                return node.name;
            }
            boolean opens = node.kind == Kind.SPLIT || node.kind == Kind.FOREACH;
            for (String target : node.targets) {
                if (seen.add(target + " " + open)) {
                    queue.add(Map.entry(target, opens ? open + 1 : open));
                }
            }
        }
        throw new IllegalStateException(foreach + " is not joined");
    }
}
