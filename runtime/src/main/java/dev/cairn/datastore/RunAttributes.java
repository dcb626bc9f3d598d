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

    private static final int LONGEST_SHOWN = 40;

    private RunAttributes() {}

    /**
     * {@return the pathspec of the task whose step started the run; empty if no step did}
     *
     * @param run the record of the run
     */
    public static Optional<String> startedBy(RunRecord run) {
        return Optional.ofNullable(run.attributes().get(STARTED_BY));
    }

    /**
     * {@return the URL of the engine that drives the run; empty if the process that started it does}
     *
     * @param run the record of the run
     */
    public static Optional<String> engine(RunRecord run) {
        return Optional.ofNullable(run.attributes().get(ENGINE));
    }

    /**
     * By name of the step, the most iterations that its switch may lead back to in this run, where that is not what the flow says.
     *
     * @param run the record of the run
     * @return by name of the step; a step that is not in it keeps the limit of the flow
     * @throws DatastoreException if what is stored is not a number of at least 1
     */
    public static Map<String, Integer> maxIterations(RunRecord run) {
        return run.attributes().entrySet().stream()
                .filter(attribute -> attribute.getKey().startsWith(MAX_ITERATIONS))
                .collect(Collectors.toMap(
                        attribute -> attribute.getKey().substring(MAX_ITERATIONS.length()),
                        attribute -> iterations(run, attribute.getKey(), attribute.getValue())));
    }

    private static int iterations(RunRecord run, String name, String value) {
        Optional<String> problem = problem(name, value);
        if (problem.isPresent()) {
            throw new DatastoreException("the record of run " + run.flow() + "/" + run.id() + " is wrong: "
                    + problem.get() + ". Run the flow again, or resume the run.");
        }
        return Integer.parseInt(value);
    }

    /**
     * Checks the value of an attribute. An attribute with a name that is not known here can have any.
     *
     * @param name the name of the attribute
     * @param value the value to check
     * @return why the attribute cannot have this value, as a sentence without its end; empty if it can
     */
    public static Optional<String> problem(String name, String value) {
        if (name.equals(STARTED_BY)) {
            return isPathspec(value) ? Optional.empty() : Optional.of(wrong(name, "the path of a task", value));
        } else if (name.startsWith(MAX_ITERATIONS)) {
            return isStep(name.substring(MAX_ITERATIONS.length())) && isPositive(value)
                    ? Optional.empty()
                    : Optional.of(wrong(name, "a number of at least 1, for a step", value));
        }
        return Optional.empty();
    }

    private static String wrong(String name, String what, String value) {
        return "its attribute `" + shown(name) + "` must be " + what + ", but is `" + shown(value) + "`";
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "..";
    }

    /** A flow, a run and a task. */
    private static boolean isPathspec(String text) {
        String[] parts = text.split("/", 3);
        try {
            return parts.length == 3
                    && !parts[0].isBlank()
                    && new RunId(parts[1]).value().equals(parts[1])
                    && TaskId.parse(parts[2]).toString().equals(parts[2]);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isStep(String name) {
        try {
            return TaskId.of(name).step().equals(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isPositive(String text) {
        try {
            return Integer.parseInt(text) >= 1;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
