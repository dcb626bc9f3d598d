package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the flow continue after a step failed in its last attempt.
 *
 * <p>The failure is stored as an artifact. A caught step ended early, so the steps after it cannot rely on what it assigns.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Catch {
    /**
     * {@return the artifact, a field of type {@code dev.cairn.runtime.Failure}, that gets the failure} It is null if the step succeeded.
     */
    String value();
}
