package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the codec that stores the values of a field or type for which Cairn can generate none, because the type is not made
 * of parts that its package can reach or has a format of its own.
 */
@Documented
@Target({ElementType.FIELD, ElementType.TYPE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Codec {
    /** A subclass of {@code dev.cairn.codec.CustomCodec} with a no-argument constructor that the flow's package can call. */
    Class<?> value();
}
