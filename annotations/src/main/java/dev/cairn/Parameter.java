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
 * <p>Parameters are stored with the run, in clear. A password, token or key is a {@linkplain #secret() secret} parameter.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Parameter {
    /** {@return the name on the command line; empty means the name of the field} */
    String name() default "";

    /** {@return one sentence on what the parameter means, for {@code --help}} */
    String help() default "";

    /** {@return whether each run must set a value} The generated runner then has no {@code run()} without a builder. */
    boolean required() default false;

    /**
     * {@return whether the value is secret: a password, token or key}
     *
     * <p>A secret is given anew to each run, by an environment variable or by a file, or in a program by the setter of the generated
     * builder. The command line does not accept it as a value, because other users of the machine can see the arguments of a process,
     * and the shell keeps them. Of {@code @Parameter(secret = true) String apiToken}, the variable is {@code CAIRN_RUN_API_TOKEN}, and
     * the option that names a file is {@code --apiToken-file}, or the variable {@code CAIRN_RUN_API_TOKEN_FILE}. A line break at the end
     * of the file is not part of the value.
     *
     * <p>Steps read the field like that of any parameter. The value is never stored: not with the run, not as an artifact, not in the
     * generated views, and {@code TaskContext.parameters()} does not have it. Where its text occurs in what a step logs, or in the
     * message or stack trace of a failure, {@code ***} is stored and shown instead. With the run, only a salted hash is stored, which
     * tells whether a later value is the same. A process that runs tasks of a run which another process started takes the value from
     * its own environment or file.
     */
    boolean secret() default false;
}
