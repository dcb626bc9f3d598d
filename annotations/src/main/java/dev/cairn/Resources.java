package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The resources that a task of a step needs, for engines that run tasks as processes or on a cluster. The local engine ignores them,
 * because its threads share the resources of one process, unless the tasks of a run are isolated in processes of their own: then
 * {@link #memory} is that of the process.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Resources {
    /** {@return the number of processors; fractions are allowed} */
    double cpu() default 1;

    /** {@return the largest Java heap, as a number and a unit, such as {@code 512m} or {@code 2g}; empty lets the engine decide} */
    String memory() default "";

    /** {@return the number of GPUs} */
    int gpu() default 0;
}
