package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The former names of something that was renamed, under which older runs stored it.
 *
 * <p>If you rename a class, a field or an enum constant, list its former names here, and stored values stay readable. Use simple names
 * for fields, record components, artifacts, parameters and enum constants; use binary names such as {@code com.acme.Old$Nested} for
 * types. On a flow, list former names of the flow. If the name of the flow is fixed with {@code @Flow(name = ...)} and its class was
 * renamed, list the former binary names of the class.
 *
 * <h2>Names that were passed on</h2>
 *
 * <p>The former name of one member may be the current name of another one: {@code a} became {@code b}, and {@code b} became {@code c}.
 *
 * <pre>{@code
 * record Range(@FormerNames("a") int b, @FormerNames("b") int c) {} // was Range(int a, int b)
 * }</pre>
 *
 * <p>The names that are stored together decide what each of them means. A stored name that only one member claims is that member. A
 * stored {@code b}, which is the current name of {@code b} and a former name of {@code c}, is {@code c}, unless {@code c} is also stored
 * under another name; then it is {@code b}. The reason: a member keeps its current name once it has it. If the stored {@code b} were
 * the current {@code b}, then {@code c} would have been renamed before, and would be stored under another name. So {@code a, b} is read
 * as {@code b, c}; {@code a, c} and {@code b, c} are read as {@code b, c}; and {@code b} alone is read as {@code c}.
 *
 * <p>This works for every version of a class, as long as a claimed name never belonged to a member that was removed. So do not reuse
 * the name of a removed field, constant or type for another one of the same type. Several enum constants, or subtypes of a sealed type,
 * may be combined into one: it then has the names of all of them, and these names must not be used again.
 *
 * <p>Cairn never guesses. What is not certain is refused:
 *
 * <ul>
 *   <li>The compiler reports an error if two members claim the same former name, or if members exchanged their names ({@code a} became
 *       {@code b}, and {@code b} became {@code a}), because then old values cannot be told apart from new ones.
 *   <li>The compiler also reports an error if a former name of an artifact or parameter is the current name of another one. A task
 *       stores only the artifacts that exist there, so the names that are stored together decide nothing.
 *   <li>A value that has two fields which could only be the same current field is refused when it is read, with a typed exception.
 * </ul>
 */
@Documented
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface FormerNames {
    /** {@return the former names, in any order} */
    String[] value();
}
