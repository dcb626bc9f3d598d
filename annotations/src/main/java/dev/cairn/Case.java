package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One case of a switch: see {@link Step#cases()}. */
@Documented
@Target({})
@Retention(RetentionPolicy.CLASS)
public @interface Case {
    /**
     * {@return the value of this case, as text: the name of an enum constant, {@code "true"} or {@code "false"}, a decimal
     * {@code int}, or the string itself}
     */
    String value();

    /** {@return the name of the step that follows if the artifact has this value} */
    String next();
}
