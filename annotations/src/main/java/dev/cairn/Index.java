package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a step parameter of type {@code int} that gets the position, from 0, of the current element of a foreach. */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.CLASS)
public @interface Index {
    /** The artifact of the foreach that is meant; by default the innermost foreach around the step. */
    String value() default "";
}
