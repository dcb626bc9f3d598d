package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a {@link Flow} as a step, and says which steps follow.
 *
 * <table>
 * <caption>What may follow a step</caption>
 * <tr><th>written</th><th>meaning</th></tr>
 * <tr><td>{@code @Step}</td><td>the end of the flow</td></tr>
 * <tr><td>{@code @Step(next = "b")}</td><td>step {@code b} follows</td></tr>
 * <tr><td>{@code @Step(next = {"a", "b"})}</td><td>a <em>static split</em>: {@code a} and {@code b} run side by side until a
 *     join</td></tr>
 * <tr><td>{@code @Step(next = "b", foreach = "items")}</td><td>a <em>foreach</em>: one task of {@code b} for each element of
 *     the artifact {@code items}, until a join</td></tr>
 * <tr><td>{@code @Step(switchOn = "status", cases = {@Case(value = "OK", next = "a"), ...})}</td><td>a <em>switch</em>:
 *     exactly one step follows, selected by the value of the artifact {@code status}</td></tr>
 * </table>
 *
 * <p>The method must be an instance method that is not private, not abstract and not generic, and returns {@code void}. It may throw
 * any exception. Its parameters can be a {@code TaskContext}, the current element of a foreach with {@link Item}, and its position with
 * {@link Index}. A method with a parameter of the generated type {@code <Flow>Artifacts.<Step>Inputs} is a <em>join</em>: it runs once,
 * after all branches of the split that it closes, and gets their artifacts. A join can be followed in any of the ways above.
 *
 * <p>A flow starts at the step named {@code start} and ends at the step named {@code end}, unless {@link #start()} and
 * {@link #end()} say otherwise.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Step {
    /** {@return the names of the steps that follow: none at the end of the flow, several for a static split, otherwise one} */
    String[] next() default {};

    /**
     * {@return the artifact or parameter to iterate over, with one task of {@link #next()} per element: an {@code Iterable}, an array, a
     * {@code Map} (the elements are its entries) or an {@code int} <i>n</i> (the elements are 0 to <i>n</i>-1)} Without elements, the
     * join runs immediately, with no inputs. The task fails if the artifact is null, or <i>n</i> is negative.
     *
     * <p>The order is that of the stored value. A {@code HashSet} or {@code HashMap} is stored sorted by its encoded elements or keys, so
     * every run has the same order. It may differ from the order that the set or map had in the step. If the order matters, use a list,
     * a {@code LinkedHashSet} or a {@code TreeSet}.
     */
    String foreach() default "";

    /**
     * {@return the artifact whose value selects one of the {@link #cases()}: an enum, a {@code boolean}, a {@code String} or an {@code
     * int}} The task fails if the value is null, or if no case has this value and there is no {@link #otherwise()}.
     */
    String switchOn() default "";

    /**
     * {@return the cases of a switch} Every constant of an enum, and both values of a {@code boolean}, need a case, unless there is an
     * {@link #otherwise()}. A case may lead back to this step, or to an earlier step of the same branch: this is a loop. A plain {@link
     * #next()} may lead back too, if every iteration passes a switch that can leave the loop. The iterations are counted at the step to
     * which the loop leads back.
     */
    Case[] cases() default {};

    /** {@return the name of the step that follows if no case has the value} */
    String otherwise() default "";

    /**
     * {@return the limit of iterations of a loop that pass this switch and lead back, counted from each entry into the loop; at least 1}
     * If a loop exceeds it, the run fails. It applies to loops that this switch can leave, or in which it leads back. If an iteration
     * passes several such switches, the smallest limit applies.
     */
    int maxIterations() default 1000;

    /** {@return whether this is the first step of the flow, if no step is named {@code start}} */
    boolean start() default false;

    /** {@return whether this is the last step of the flow, if no step is named {@code end}} */
    boolean end() default false;

    /**
     * {@return a version of this step's code} Change it to run the step again in resumed runs, when something has changed that Cairn
     * cannot see, for example a remote model.
     */
    String version() default "";

    /** {@return how many tasks of this step may run at once; 0 means no limit other than the number of workers} */
    int maxParallel() default 0;
}
