package dev.cairn.processor.graph;

import dev.cairn.processor.graph.Sketch.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Runs a flow as an engine would, with switches that decide at random: what soundness is there for. */
final class Simulation {
    private record Opening(int number, String branch, int branches) {}

    private record Task(String step, List<Opening> open) {}

    private final Sketch sketch;
    private final Random random;
    private final Deque<Task> ready = new ArrayDeque<>();
    private final Map<String, Set<String>> arrived = new HashMap<>();
    private int openings;
    private int ends;

    private Simulation(Sketch sketch, Random random) {
        this.sketch = sketch;
        this.random = random;
    }

    /** What went wrong, or the empty string. */
    static String run(Sketch sketch, Random random) {
        return new Simulation(sketch, random).run();
    }

    private String run() {
        ready.add(new Task("start", List.of()));
        for (int tasks = 0; !ready.isEmpty(); tasks++) {
            if (tasks > 100_000) {
                return "does not end";
            }
            String wrong = finish(ready.remove());
            if (!wrong.isEmpty()) {
                return wrong;
            }
        }
        return ends == 1 && arrived.isEmpty() ? "" : ends + " ends, joins that wait: " + arrived;
    }

    private String finish(Task task) {
        Node node = sketch.node(task.step());
        switch (node.kind) {
            case END -> {
                ends++;
                return task.open().isEmpty() ? "" : "ends within a split";
            }
            case SPLIT -> {
                int number = openings++;
                for (String target : node.targets) {
                    arrive(target, task, new Opening(number, target, node.targets.size()));
                }
            }
            case FOREACH -> {
                int number = openings++;
                int items = 1 + random.nextInt(3);
                for (int item = 0; item < items; item++) {
                    arrive(node.targets.get(0), task, new Opening(number, "item " + item, items));
                }
            }
            default -> {
                return arrive(node.targets.get(random.nextInt(node.targets.size())), task.open());
            }
        }
        return "";
    }

    private void arrive(String step, Task from, Opening opening) {
        List<Opening> open = new ArrayList<>(from.open());
        open.add(opening);
        ready.add(new Task(step, open));
    }

    private String arrive(String step, List<Opening> open) {
        if (!sketch.node(step).joins) {
            ready.add(new Task(step, open));
            return "";
        } else if (open.isEmpty()) {
            return step + " joins nothing";
        }
        Opening closed = open.get(open.size() - 1);
        String key = step + " " + closed.number();
        Set<String> branches = arrived.computeIfAbsent(key, missing -> new HashSet<>());
        if (!branches.add(closed.branch())) {
            return step + " gets " + closed.branch() + " twice";
        } else if (branches.size() == closed.branches()) {
            arrived.remove(key);
            ready.add(new Task(step, open.subList(0, open.size() - 1)));
        }
        return "";
    }
}
