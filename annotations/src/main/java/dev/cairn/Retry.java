package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a step try again after it failed.
 *
 * <p>Each attempt starts from the artifacts with which the first one started. What a failed attempt assigned is kept with
 * that attempt, for inspection. The wait before attempt <i>n</i> (from 1) is {@code delay * backoff^(n-1)}, at most
 * {@code maxDelay}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Retry {
    /** The number of attempts after the first. */
    int times();

    /** The wait before the first retry, as an ISO-8601 duration such as {@code PT1.5S}. */
    String delay() default "PT0S";

    /** The factor by which the wait grows from retry to retry; at least 1. */
    double backoff() default 1;

    /** The longest wait, as an ISO-8601 duration; by default there is no bound. */
    String maxDelay() default "";
}
