package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The resources that a task of a step needs, for engines that run tasks as processes or on a cluster. The local engine ignores them,
 * because its threads share the resources of one process.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Resources {
    /** The number of processors; fractions are allowed. */
    double cpu() default 1;

    /** Memory in mebibytes; 0 lets the engine decide. */
    int memory() default 0;

    /** The number of GPUs. */
    int gpu() default 0;
}
