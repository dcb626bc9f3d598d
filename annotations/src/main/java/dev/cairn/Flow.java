package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class as a flow: a graph of {@link Step} methods that pass on artifacts.
 *
 * <p>The <em>artifacts</em> of a flow are its instance fields. Before a step, Cairn sets the fields that the step reads. After the
 * step, it stores the fields that the step changed: typed, versioned and addressed by their content. A field is not an artifact if it
 * is {@code static}, {@code transient} or named {@code _likeThis}: such a field is never stored, and an instance field lives for one
 * task. A {@code final} field with an initialiser is a constant, which is stored once per run.
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
 * <p>Compiling {@code Greeting} generates three classes in its package: {@code GreetingRunner} (runs the flow), {@code GreetingRun}
 * (the result of a run, past or present) and {@code GreetingArtifacts} (typed views of its tasks). For a nested class the names
 * begin with the outer class, such as {@code Outer_GreetingRunner}.
 *
 * <p>The class must be top-level or static nested, not private, not abstract and not generic. It must have a no-argument constructor
 * that its package can call. A superclass may have helper methods, but neither steps nor instance fields.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Flow {
    /** {@return the name under which runs are stored; empty means the simple name of the class} */
    String name() default "";

    /**
     * {@return classes that occur only as values of type {@code Object}, for example in a {@code Map<String, Object>}, so that the
     * processor cannot see them in the type of a field} Codecs are generated for them too.
     */
    Class<?>[] types() default {};

    /**
     * {@return codecs for types that the flow stores, wherever they occur in its artifacts: subclasses of
     * {@code dev.cairn.codec.ConverterCodec} or {@code dev.cairn.codec.CustomCodec}} Each is used for exactly the type that it stores.
     * They take precedence over Cairn's own codecs and over those that a library announces; {@link Codec} on a field or type takes
     * precedence over them.
     */
    Class<?>[] codecs() default {};
}
