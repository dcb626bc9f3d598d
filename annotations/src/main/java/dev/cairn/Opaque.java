package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores the values of a field or type with reflection, if there is neither a generated codec nor a {@link Codec}.
 *
 * <p>Use this only if nothing else works: such values can be read only as long as the same classes exist, and only instances of the
 * allowed classes are read.
 */
@Documented
@Target({ElementType.FIELD, ElementType.TYPE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Opaque {
    /** Every class that may occur in a stored value, in addition to the JDK's value types and collections. */
    Class<?>[] allow();
}
