package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits the time of each attempt of a step.
 *
 * <p>When the time is over, the thread of the task is interrupted and the attempt fails. If the method ignores the interrupt, nothing
 * that it does afterwards is stored.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Timeout {
    /** {@return the limit, as an ISO-8601 duration such as {@code PT5M}} */
    String value();
}
