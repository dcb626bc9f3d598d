package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a task of a step needs, for engines that run tasks as processes or on a cluster. Threads of one process share what
 * there is, so the local engine does not look at it.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Resources {
    /** Processors; fractions are allowed. */
    double cpu() default 1;

    /** Memory in mebibytes; 0 leaves it to the engine. */
    int memory() default 0;

    /** Accelerators. */
    int gpu() default 0;
}
