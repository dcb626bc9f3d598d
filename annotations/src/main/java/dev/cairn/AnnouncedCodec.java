package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Announces a codec to all flows that have its jar on their class path or module path: they need not name it. It is for codecs of
 * a library's types. Flows use it for fields of exactly the type that the codec stores, and not of its subclasses, unless {@link Codec}
 * on the field or type, or {@link Flow#codecs}, names another codec, or Cairn has its own codec for that type.
 *
 * <p>The class must extend {@code dev.cairn.codec.ConverterCodec} or {@code dev.cairn.codec.CustomCodec}, be public, and have a public
 * no-argument constructor. While it is compiled, Cairn's processor writes the file {@code cairn/codec/for/<binary name of the type>},
 * which has the name of the codec. Within the module that declares the codec, use {@link Flow#codecs}.
 *
 * <p>At most one jar should announce a codec for a type. On a class path the first jar that does wins.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface AnnouncedCodec {}
