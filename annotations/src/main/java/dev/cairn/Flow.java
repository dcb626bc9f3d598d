package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class as a flow: a graph of {@link Step} methods that pass on artifacts.
 *
 * <p>The <em>artifacts</em> of a flow are its instance fields. After each step Cairn stores the ones that the step changed,
 * typed, versioned and addressed by their content; before a step it fills in the ones that the step reads. A field is no
 * artifact if it is {@code static}, {@code transient} or named {@code _likeThis}: such a field lives for one task and is
 * never stored. A {@code final} field with an initialiser is a constant, stored once per run.
 *
 * <pre>{@code
 * @Flow
 * class Greeting {
 *     @Parameter(help = "whom to greet")
 *     String name = "world";
 *
 *     String text;
 *
 *     @Step(next = "end")
 *     void start() {
 *         text = "Hello, " + name + "!";
 *     }
 *
 *     @Step
 *     void end() {
 *         System.out.println(text);
 *     }
 * }
 * }</pre>
 *
 * <p>Compiling {@code Greeting} generates, in its package, {@code GreetingRunner} (runs it), {@code GreetingRun} (the
 * result of a run, past or present) and {@code GreetingArtifacts} (typed views of its tasks). A class nested in another
 * generates {@code Outer_GreetingRunner} and so on.
 *
 * <p>The class is top-level or static nested, not private, not abstract and not generic, and has a no-argument constructor
 * that its package can call. A superclass may give helper methods, but neither steps nor instance fields.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Flow {
    /** The name under which runs are stored; by default the simple name of the class. */
    String name() default "";

    /**
     * Classes that occur only as values of type {@code Object}, for example inside a {@code Map<String, Object>}, and that
     * the processor therefore cannot see in the type of any field. Codecs are generated for them too.
     */
    Class<?>[] types() default {};
}
