package dev.cairn.runtime;

import java.util.List;

/**
 * A step of a flow. Immutable; generated code starts with {@link #of} and adds to it.
 *
 * @param name the name of the step, which is that of its method
 * @param transition where the flow goes on
 * @param joins whether it is a join
 * @param access what its code does with artifacts
 * @param documentation the text of its javadoc, or the empty string
 */
public record StepDefinition(
        String name, Transition transition, boolean joins, Access access, String documentation) {
    /** An ordinary step of which nothing is known but where the flow goes on. */
    public static StepDefinition of(String name, Transition transition) {
        return new StepDefinition(name, transition, false, Access.everything(), "");
    }

    /** The last step. */
    public static StepDefinition end(String name) {
        return of(name, new Transition.End());
    }

    /** A step with one that follows. */
    public static StepDefinition linear(String name, String next) {
        return of(name, new Transition.Linear(next));
    }

    /** A step that starts several branches, which meet in {@code join}. */
    public static StepDefinition split(String name, String join, String... next) {
        return of(name, new Transition.Split(List.of(next), join));
    }

    /** A step that starts one task of {@code next} for each element of {@code artifact}; they meet in {@code join}. */
    public static StepDefinition foreach(String name, String join, String artifact, Items items, String next) {
        return of(name, new Transition.Foreach(artifact, items, next, join));
    }

    /** This step as a join. */
    public StepDefinition join() {
        return new StepDefinition(name, transition, true, access, documentation);
    }

    /** This step with what its code does with artifacts. */
    public StepDefinition access(Access access) {
        return new StepDefinition(name, transition, joins, access, documentation);
    }

    /** This step with the text of its javadoc. */
    public StepDefinition documentation(String text) {
        return new StepDefinition(name, transition, joins, access, text);
    }
}
