package dev.cairn.runtime.definition;

import dev.cairn.runtime.Failure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step of a flow. Generated code starts with {@link #of} and adds to it. Immutable.
 *
 * @param name the name of the step, which is that of its method
 * @param transition the steps that follow
 * @param joins whether it is a join
 * @param access how its code uses artifacts
 * @param maxParallel how many of its tasks may run at once; 0 means no limit other than the number of workers
 * @param documentation the text of its javadoc, or the empty string
 * @param retries how often it is retried
 * @param timeout how long an attempt may take, or null for no limit
 * @param caughtIn the artifact that stores its failure, so that the flow continues; null if a failure ends the run
 * @param version a version of its code for what fingerprints cannot see, or the empty string
 * @param resources what its tasks need, where they are processes
 */
public record StepDefinition(
        String name,
        Transition transition,
        boolean joins,
        Access access,
        int maxParallel,
        String documentation,
        Retries retries,
        @Nullable Duration timeout,
        @Nullable String caughtIn,
        String version,
        Resources resources) {
    private static final int MAX_ITERATIONS = 1000;

    /**
     * A step with this transition, and defaults for everything else.
     *
     * @param name the name of the step
     * @param transition which steps follow
     * @return a step to add to
     */
    public static StepDefinition of(String name, Transition transition) {
        return new StepDefinition(
                name, transition, false, Access.everything(), 0, "", Retries.NONE, null, null, "", Resources.STANDARD);
    }

    /**
     * The last step.
     *
     * @param name the name of the step
     * @return a step to add to
     */
    public static StepDefinition end(String name) {
        return of(name, new Transition.End());
    }

    /**
     * A step that one step follows.
     *
     * @param name the name of the step
     * @param next the name of the step that follows
     * @return a step to add to
     */
    public static StepDefinition linear(String name, String next) {
        return of(name, new Transition.Linear(next));
    }

    /**
     * A step that starts several branches, which meet in {@code join}.
     *
     * @param name the name of the step
     * @param join the name of the join
     * @param next the names of the first steps of the branches
     * @return a step to add to
     */
    public static StepDefinition split(String name, String join, String... next) {
        return of(name, new Transition.Split(List.of(next), join));
    }

    /**
     * A step that starts one task of {@code next} for each element of {@code artifact}; they meet in {@code join}.
     *
     * @param name the name of the step
     * @param join the name of the join
     * @param artifact the name of the artifact that has the elements
     * @param items how the elements are read and stored
     * @param next the name of the step that runs for each
     * @return a step to add to
     */
    public static StepDefinition foreach(String name, String join, String artifact, Items items, String next) {
        return of(name, new Transition.Foreach(artifact, items, next, join));
    }

    /**
     * A step that switches on the value of {@code artifact}; {@link #when} adds the cases.
     *
     * @param name the name of the step
     * @param artifact the name of the artifact
     * @return a switch without cases
     */
    public static StepDefinition switchOn(String name, String artifact) {
        return of(name, new Transition.Switch(artifact, Map.of(), null, MAX_ITERATIONS));
    }

    /**
     * This switch with more cases.
     *
     * @param value a value of the artifact, as text
     * @param next the step that follows if the artifact has this value
     * @param more further pairs of value and step
     * @return a copy with these cases after those before
     * @throws IllegalStateException if this step is not a switch
     */
    public StepDefinition when(String value, String next, String... more) {
        Transition.Switch ways = ways();
        Map<String, String> cases = new LinkedHashMap<>(ways.cases());
        cases.put(value, next);
        for (int i = 0; i < more.length; i += 2) {
            cases.put(more[i], more[i + 1]);
        }
        return with(new Transition.Switch(ways.artifact(), cases, ways.otherwise(), ways.maxIterations()));
    }

    /**
     * This switch with the step that follows if no case has the value.
     *
     * @param next the name of the step
     * @return a copy that differs in this only
     * @throws IllegalStateException if this step is not a switch
     */
    public StepDefinition otherwise(String next) {
        Transition.Switch ways = ways();
        return with(new Transition.Switch(ways.artifact(), ways.cases(), next, ways.maxIterations()));
    }

    /**
     * This switch with a limit on the iterations of a loop, counted from each entry into it. The default is 1000.
     *
     * @param times the largest number of iterations
     * @return a copy that differs in this only
     * @throws IllegalStateException if this step is not a switch
     */
    public StepDefinition maxIterations(int times) {
        Transition.Switch ways = ways();
        return with(new Transition.Switch(ways.artifact(), ways.cases(), ways.otherwise(), times));
    }

    private Transition.Switch ways() {
        if (transition instanceof Transition.Switch ways) {
            return ways;
        }
        throw new IllegalStateException("step `" + name + "` is not a switch");
    }

    private StepDefinition with(Transition other) {
        return new StepDefinition(
                name, other, joins, access, maxParallel, documentation, retries, timeout, caughtIn, version, resources);
    }

    /**
     * {@return whether an artifact that exists before a task is loaded for it: the step may read or change it, or assigns it, but not on
     * every path}. A step whose failure is caught may end anywhere, so that it assigns nothing on every path.
     *
     * @param artifact the name of the artifact
     */
    public boolean loads(String artifact) {
        boolean onEveryPath = access.mustAssign().contains(artifact) && caughtIn == null;
        return access.mayRead(artifact) || access.changes(artifact) || access.assigns(artifact) && !onEveryPath;
    }

    /**
     * This step as a join.
     *
     * @return a copy that differs in this only
     */
    public StepDefinition join() {
        return new StepDefinition(
                name,
                transition,
                true,
                access,
                maxParallel,
                documentation,
                retries,
                timeout,
                caughtIn,
                version,
                resources);
    }

    /**
     * This step with these accesses to artifacts.
     *
     * @param facts replaces what was known before
     * @return a copy that differs in this only
     */
    public StepDefinition access(Access facts) {
        return new StepDefinition(
                name,
                transition,
                joins,
                facts,
                maxParallel,
                documentation,
                retries,
                timeout,
                caughtIn,
                version,
                resources);
    }

    /**
     * This step, whose code was analysed: it does nothing with artifacts, but for what further calls say.
     *
     * @return a copy that differs in this only
     */
    public StepDefinition analysed() {
        return access(Access.nothing());
    }

    /**
     * This step with artifacts that are read before they are assigned.
     *
     * @param artifacts their names, instead of those before
     * @return a copy that differs in this only
     */
    public StepDefinition reads(String... artifacts) {
        return access(access.reads(artifacts));
    }

    /**
     * This step with artifacts that may be changed in place.
     *
     * @param artifacts their names, instead of those before
     * @return a copy that differs in this only
     */
    public StepDefinition mayChange(String... artifacts) {
        return access(access.mayChange(artifacts));
    }

    /**
     * This step with artifacts that are assigned on at least one path.
     *
     * @param artifacts their names, instead of those before
     * @return a copy that differs in this only
     */
    public StepDefinition mayAssign(String... artifacts) {
        return access(access.mayAssign(artifacts));
    }

    /**
     * This step with artifacts that are assigned on every path.
     *
     * @param artifacts their names, instead of those before
     * @return a copy that differs in this only
     */
    public StepDefinition mustAssign(String... artifacts) {
        return access(access.mustAssign(artifacts));
    }

    /**
     * This join with artifacts that are assigned on every path before {@code mergeInto}.
     *
     * @param artifacts their names, instead of those before
     * @return a copy that differs in this only
     */
    public StepDefinition assignedBeforeMerge(String... artifacts) {
        return access(access.assignedBeforeMerge(artifacts));
    }

    /**
     * This step, which gets the position of an element.
     *
     * @return a copy that differs in this only
     */
    public StepDefinition readsIndex() {
        return access(access.readsIndex());
    }

    /**
     * This step, which can ask for the foreaches around its task.
     *
     * @return a copy that differs in this only
     */
    public StepDefinition readsStack() {
        return access(access.readsStack());
    }

    /**
     * This step, which can ask for all parameters of the run.
     *
     * @return a copy that differs in this only
     */
    public StepDefinition readsParameters() {
        return access(access.readsParameters());
    }

    /**
     * This step with a limit on how many of its tasks run at once.
     *
     * @param tasks the limit; 0 for none
     * @return a copy that differs in this only
     */
    public StepDefinition maxParallel(int tasks) {
        return new StepDefinition(
                name, transition, joins, access, tasks, documentation, retries, timeout, caughtIn, version, resources);
    }

    /**
     * This step with the text of its javadoc.
     *
     * @param text the text, without markup
     * @return a copy that differs in this only
     */
    public StepDefinition documentation(String text) {
        return new StepDefinition(
                name, transition, joins, access, maxParallel, text, retries, timeout, caughtIn, version, resources);
    }

    /**
     * This step with retries.
     *
     * @param policy how often, and how long it waits before that
     * @return a copy that differs in this only
     */
    public StepDefinition retry(Retries policy) {
        return new StepDefinition(
                name,
                transition,
                joins,
                access,
                maxParallel,
                documentation,
                policy,
                timeout,
                caughtIn,
                version,
                resources);
    }

    /**
     * This step with a limit on the time of each attempt.
     *
     * @param bound the limit, longer than zero
     * @return a copy that differs in this only
     */
    public StepDefinition timeout(Duration bound) {
        return new StepDefinition(
                name,
                transition,
                joins,
                access,
                maxParallel,
                documentation,
                retries,
                bound,
                caughtIn,
                version,
                resources);
    }

    /**
     * This step with an artifact, of type {@link Failure}, that stores the failure of its last attempt.
     *
     * @param artifact the name of the artifact
     * @return a copy that differs in this only
     */
    public StepDefinition caughtIn(String artifact) {
        return new StepDefinition(
                name,
                transition,
                joins,
                access,
                maxParallel,
                documentation,
                retries,
                timeout,
                artifact,
                version,
                resources);
    }

    /**
     * This step with the resources that its tasks need.
     *
     * @param needed the resources of one task
     * @return a copy that differs in this only
     */
    public StepDefinition resources(Resources needed) {
        return new StepDefinition(
                name,
                transition,
                joins,
                access,
                maxParallel,
                documentation,
                retries,
                timeout,
                caughtIn,
                version,
                needed);
    }

    /**
     * This step with a version of its code.
     *
     * @param text the version, any text
     * @return a copy that differs in this only
     */
    public StepDefinition version(String text) {
        return new StepDefinition(
                name,
                transition,
                joins,
                access,
                maxParallel,
                documentation,
                retries,
                timeout,
                caughtIn,
                text,
                resources);
    }
}
