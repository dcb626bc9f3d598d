package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds the time of each attempt of a step.
 *
 * <p>When the time is over the task's thread is interrupted and the attempt fails, also if the body ignores the interrupt;
 * nothing that such a body still does is stored.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Timeout {
    /** The bound, as an ISO-8601 duration such as {@code PT5M}. */
    String value();
}
