package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores the values of a field or type reflectively, where there is neither a generated codec nor a {@link Codec}.
 *
 * <p>Prefer anything else: what is stored so is readable only as long as the very classes exist, and only instances of the
 * allowed classes are read back.
 */
@Documented
@Target({ElementType.FIELD, ElementType.TYPE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Opaque {
    /** Every class of which a stored value may consist, beside the JDK's value types and collections. */
    Class<?>[] allow();
}
