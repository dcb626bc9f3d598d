package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the codec that stores the values of a field or type. It is for types for which Cairn cannot generate a codec, because parts of
 * the type are not accessible in its package, or because the type has its own format.
 */
@Documented
@Target({ElementType.FIELD, ElementType.TYPE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Codec {
    /**
     * {@return a subclass of {@code dev.cairn.codec.ConverterCodec} or {@code dev.cairn.codec.CustomCodec} with a no-argument constructor
     * that the flow's package can call}
     */
    Class<?> value();
}
