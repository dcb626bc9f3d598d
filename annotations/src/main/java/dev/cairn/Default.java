package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of a record component, or of a field of a class, in runs that were stored before it existed.
 *
 * <pre>{@code
 * record Stats(int count, double mean, @Default("0.95") double confidence, @Default List<String> notes) {}
 * }</pre>
 *
 * <p>The value is text, as for a parameter of this type on the command line. It is possible for primitives and their boxes, {@code
 * String}, enums, {@code BigDecimal}, {@code BigInteger}, {@code UUID}, the types of {@code java.time}, and an {@code Optional} of
 * these. Without a value, the annotation only says that the field is new. The field then has the value that the class gives it, with
 * an initialiser or in the constructor; otherwise it is null, or an empty {@code Optional}.
 *
 * <p>The annotation is required in two cases. Without it, reading an older run throws a typed exception:
 *
 * <ul>
 *   <li>for a field of a primitive type, unless the class gives it a value: otherwise nobody would notice a zero that was never
 *       written;
 *   <li>if an older run has a field that no current field reads and that this one could read: it may be this field under a former
 *       name. If it is, use {@link FormerNames} instead.
 * </ul>
 *
 * <p>A stored value takes precedence over the default, even if it is null.
 */
@Documented
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Default {
    /** {@return the value, as text} Leave it out to say only that the field is new. */
    String value() default "";
}
