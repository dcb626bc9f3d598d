package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a step parameter of type {@code int} that gets the position of the current element of an enclosing foreach, from 0. */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.CLASS)
public @interface Index {
    /** {@return the artifact of the foreach; empty means that of the innermost foreach around the step} */
    String value() default "";
}
