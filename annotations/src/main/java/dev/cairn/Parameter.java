package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an artifact field as a parameter: set once per run, the same in every task, read-only in steps.
 *
 * <p>The value comes from the generated builder, the command line ({@code --name value}) or the environment. If none of them sets it, it
 * comes from the initialiser of the field, which is evaluated once per run. As text, scalars, enums, dates, durations and paths have the
 * format of Java's own {@code parse} methods; lists are comma-separated values or a JSON array; records and maps are JSON objects.
 *
 * <p>Parameters are stored with the run: do not pass credentials in them.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Parameter {
    /** The name on the command line. The default is the name of the field. */
    String name() default "";

    /** One sentence on what the parameter means, for {@code --help}. */
    String help() default "";

    /** Whether each run must set a value. The generated runner then has no {@code run()} without a builder. */
    boolean required() default false;
}
