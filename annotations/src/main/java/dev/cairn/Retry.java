package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Retries a step after it failed.
 *
 * <p>Each attempt starts with the same artifacts as the first one. What a failed attempt assigned is stored with that attempt, for
 * inspection. The wait before retry <i>n</i> (from 1) is {@code delay * backoff^(n-1)}, but at most {@code maxDelay}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Retry {
    /** {@return the number of retries, which are the attempts after the first} */
    int times();

    /** {@return the wait before the first retry, as an ISO-8601 duration such as {@code PT1.5S}} */
    String delay() default "PT0S";

    /** {@return the factor by which the wait grows from retry to retry; at least 1} */
    double backoff() default 1;

    /** {@return the longest wait, as an ISO-8601 duration; empty means no limit} */
    String maxDelay() default "";
}
