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
 * names for fields, record components, artifacts, parameters and enum constants, binary names such as {@code
 * com.acme.Old$Nested} for types. On a flow: the names of the flow, and, where the class was renamed under a name that {@code
 * @Flow(name = ...)} gives, the binary names of the class.
 *
 * <h2>Names that were passed on</h2>
 *
 * <p>A name that one member had may be that of another one today: {@code a} became {@code b}, and {@code b} became {@code c}.
 *
 * <pre>{@code
 * record Range(@FormerNames("a") int b, @FormerNames("b") int c) {} // was Range(int a, int b)
 * }</pre>
 *
 * <p>What is stored says which names there were together, and that decides. A stored name that only one member claims is that
 * member. One that is the name of {@code b} today, and a former one of {@code c}, is {@code c} unless {@code c} is stored under
 * another name beside it; then it is {@code b}. For a member keeps the name that it has today once it has it: had the stored
 * {@code b} been today's already, then {@code c} had lost that name before, and would be there under another one. So {@code a, b}
 * is read as {@code b, c}; {@code a, c} and {@code b, c} as they are meant; and {@code b} alone as {@code c}.
 *
 * <p>This holds of every version of a class, as long as a name that a member claims has been that of no other member but those of
 * today: do not give the name of a field, constant or type that was removed to another one of the same type. Enum constants and
 * subtypes of a sealed type may have become one: then it has the names of both, and those are not used again.
 *
 * <p>What does not follow is refused, and never guessed:
 *
 * <ul>
 *   <li>Two members that claim one former name, and members that changed places ({@code a} became {@code b} and {@code b} became
 *       {@code a}, of which nothing tells older values from those of today), are errors of the compiler.
 *   <li>So is an artifact or parameter whose former name another one has today: a task stores only the artifacts that exist
 *       there, so what is stored beside a name decides nothing.
 *   <li>Values with two fields that can only be one of today are refused where they are read, with a typed exception.
 * </ul>
 */
@Documented
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface FormerNames {
    /** The former names, in any order. */
    String[] value();
}
