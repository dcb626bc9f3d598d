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
 * allowed classes are read. A type that is {@link java.io.Serializable} is stored with the serialization of the JDK, so that what its
 * {@code writeReplace} returns is stored in its place; any other type is stored field by field.
 */
@Documented
@Target({ElementType.FIELD, ElementType.TYPE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Opaque {
    /** {@return every class that may occur in a stored value, in addition to the JDK's value types and collections} */
    Class<?>[] allow();

    /**
     * {@return the binary names of further classes that may occur in a stored value: those that are not public, such as {@code
     * "com.google.common.collect.ImmutableList$SerializedForm"}, which cannot be written as class literals} Each has to exist when the
     * flow is compiled.
     */
    String[] allowNames() default {};
}
