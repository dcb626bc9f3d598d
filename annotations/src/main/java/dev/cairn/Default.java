package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a record component, or a field of a class, is in runs that were stored before it was there.
 *
 * <pre>{@code
 * record Stats(int count, double mean, @Default("0.95") double confidence, @Default List<String> notes) {}
 * }</pre>
 *
 * <p>With a value, it is that value: as text, as a parameter of the type is given on the command line. Primitives and their boxes,
 * {@code String}, enums, {@code BigDecimal}, {@code BigInteger}, {@code UUID}, the types of {@code java.time} and an {@code Optional}
 * of these have such a text. Without a value, the field is said to be new: it is then what the class itself makes of it, its
 * initialiser or what the constructor assigns, else null, or an empty {@code Optional}.
 *
 * <p>It is needed in two cases, and until it is given, older runs are refused with a typed exception where they are read:
 *
 * <ul>
 *   <li>of a primitive type, unless the class makes something of it: a zero that nobody wrote would go unnoticed;
 *   <li>where an older run has a field that nothing reads now and that this one could read: it may be this one under its former
 *       name. If it is, say {@link FormerNames} instead.
 * </ul>
 *
 * <p>A value that was stored comes before the default, also if it is null.
 */
@Documented
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Default {
    /** The value, as text; leave it out to say only that the field is new. */
    String value() default "";
}
