package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a step parameter that gets the current element of an enclosing foreach.
 *
 * <p>The element is read from the <em>stored</em> value of the foreach artifact. Each task gets its own instance. The element type must
 * be assignable to the type of the parameter.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.CLASS)
public @interface Item {
    /** {@return the artifact of the foreach; empty means that of the innermost foreach around the step} */
    String value() default "";
}
