package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The names under which older runs stored what is now named otherwise.
 *
 * <p>Rename a class, a field or an enum constant and name its former names here, and what was stored stays readable: simple
 * names for fields, record components and enum constants, binary names such as {@code com.acme.Old$Nested} for types, flow
 * names for flows.
 */
@Documented
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface FormerNames {
    /** The former names, in any order. */
    String[] value();
}
