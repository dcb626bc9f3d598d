package dev.cairn.datastore;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The names of the {@linkplain RunRecord#attributes attributes} of runs, and what their values mean. */
public final class RunAttributes {
    /** The pathspec of the task whose step started the run. */
    public static final String STARTED_BY = "startedBy";

    /** Before the name of a step: a number, the most iterations that its switch may lead back to, instead of what the flow says. */
    public static final String MAX_ITERATIONS = "maxIterations.";

    /** The URL of the engine that drives the run, if processes of other machines do; see {@link RunOwners}. */
    public static final String ENGINE = "engine";

    /** Of a run that was resumed from a step on: the name of the step. */
    public static final String RESUMED_FROM_STEP = "resumedFromStep";

    /** Of a run that was resumed with its caught tasks to run again: {@code true}. */
    public static final String RETRIES_CAUGHT = "retriesCaught";

    private RunAttributes() {}

    /** The pathspec of the task whose step started the run; empty if no step did. */
    public static Optional<String> startedBy(RunRecord run) {
        return Optional.ofNullable(run.attributes().get(STARTED_BY));
    }

    /** The URL of the engine that drives the run; empty if the process that started it does. */
    public static Optional<String> engine(RunRecord run) {
        return Optional.ofNullable(run.attributes().get(ENGINE));
    }

    /** By name of the step, the most iterations that its switch may lead back to in this run, where that is not what the flow says. */
    public static Map<String, Integer> maxIterations(RunRecord run) {
        return run.attributes().entrySet().stream()
                .filter(attribute -> attribute.getKey().startsWith(MAX_ITERATIONS))
                .collect(Collectors.toMap(
                        attribute -> attribute.getKey().substring(MAX_ITERATIONS.length()),
                        attribute -> Integer.valueOf(attribute.getValue())));
    }
}
