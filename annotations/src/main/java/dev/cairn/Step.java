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
 *     exactly one case is taken, chosen by the value of the artifact {@code status}</td></tr>
 * </table>
 *
 * <p>The method is an instance method that is neither private nor abstract nor generic and returns {@code void}; it may
 * throw anything. Its parameters are any of: a {@code TaskContext}, the current foreach element with {@link Item}, its
 * position with {@link Index}. A method with a parameter of the generated type {@code <Flow>Artifacts.<Step>Inputs} is a
 * <em>join</em>: it runs once, after all branches of the split that it closes, and gets their artifacts. Any of these may
 * follow a join.
 *
 * <p>A flow starts at the step named {@code start} and ends at the step named {@code end}, unless {@link #start()} and
 * {@link #end()} say otherwise.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Step {
    /** The names of the steps that follow: none at the end of the flow, one, or several for a static split. */
    String[] next() default {};

    /**
     * The artifact or parameter whose elements {@link #next()} runs over: an {@code Iterable}, an array, a {@code Map} (the
     * elements are its entries) or an {@code int} <i>n</i> (the elements are 0 to <i>n</i>-1). With no elements the join
     * runs at once, with no inputs. A null, or a negative <i>n</i>, fails the task.
     *
     * <p>The order is that of the stored value. A {@code HashSet} or {@code HashMap} is stored sorted by its encoded elements or
     * keys, so that every run goes through it in the same order, which need not be the one in which the step that made it would
     * have: where the order matters, use a list, a {@code LinkedHashSet} or a {@code TreeSet}.
     */
    String foreach() default "";

    /**
     * The artifact whose value chooses among the {@link #cases()}: an enum, a {@code boolean}, a {@code String} or an
     * {@code int}. A null, or a value that no case has while there is no {@link #otherwise()}, fails the task.
     */
    String switchOn() default "";

    /**
     * The cases of a switch. Every constant of an enum, and both values of a {@code boolean}, need a case, unless there is an
     * {@link #otherwise()}. A case may lead back to this step or to an earlier one of the same branch: a loop. So may a plain {@link #next()},
     * where every round passes a switch that can leave the loop. The step led back to counts the iterations.
     */
    Case[] cases() default {};

    /** The step that follows where no case has the value. */
    String otherwise() default "";

    /**
     * How many rounds of a loop may pass this switch and lead back before the run fails, counted from each entry into the
     * loop; at least 1. It holds for the loops that this switch can leave, or leads back in itself; where a round passes
     * several such switches, the smallest bound holds.
     */
    int maxIterations() default 1000;

    /** Whether this is the first step of the flow, where no step is named {@code start}. */
    boolean start() default false;

    /** Whether this is the last step of the flow, where no step is named {@code end}. */
    boolean end() default false;

    /**
     * A version of this step's code. Change it when something changed that Cairn cannot see, a remote model for example, and
     * a resumed run shall run the step again.
     */
    String version() default "";

    /** How many tasks of this step may run at once; 0 is no bound but the number of workers. */
    int maxParallel() default 0;
}
