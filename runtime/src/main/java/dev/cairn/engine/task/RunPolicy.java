package dev.cairn.engine.task;

import dev.cairn.datastore.RunAttributes;
import dev.cairn.datastore.RunRecord;
import dev.cairn.engine.RunListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was asked of one run, in addition to what its flow says. Immutable.
 *
 * @param keepGoing whether tasks that do not depend on a failed one still start
 * @param virtualThreads whether tasks run on virtual threads
 * @param maxIterations by name of the step, how many rounds may pass a switch and lead back, instead of what the flow says
 * @param listeners who follows the run
 */
public record RunPolicy(
        boolean keepGoing, boolean virtualThreads, Map<String, Integer> maxIterations, List<RunListener> listeners) {
    /** Nothing was asked. */
    public static final RunPolicy STANDARD = new RunPolicy(false, false, Map.of(), List.of());

    public RunPolicy {
        maxIterations = Map.copyOf(maxIterations);
        listeners = List.copyOf(listeners);
    }

    public RunPolicy withKeepGoing() {
        return new RunPolicy(true, virtualThreads, maxIterations, listeners);
    }

    public RunPolicy withVirtualThreads() {
        return new RunPolicy(keepGoing, true, maxIterations, listeners);
    }

    public RunPolicy withMaxIterations(String step, int most) {
        Map<String, Integer> all = new HashMap<>(maxIterations);
        all.put(step, most);
        return new RunPolicy(keepGoing, virtualThreads, all, listeners);
    }

    /** What was asked of a run that another process started, as far as its tasks have to know. */
    public static RunPolicy of(RunRecord run) {
        return new RunPolicy(false, false, RunAttributes.maxIterations(run), List.of());
    }

    /** The attributes of a run, from which other processes get to know what was asked. */
    public Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        maxIterations.forEach((step, most) -> attributes.put(RunAttributes.MAX_ITERATIONS + step, most.toString()));
        return attributes;
    }

    public RunPolicy withListener(RunListener listener) {
        List<RunListener> all = new ArrayList<>(listeners);
        all.add(listener);
        return new RunPolicy(keepGoing, virtualThreads, maxIterations, all);
    }
}
