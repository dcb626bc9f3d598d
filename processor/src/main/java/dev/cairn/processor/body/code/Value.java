package dev.cairn.processor.body.code;

import dev.cairn.processor.body.effect.Root;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the value of an expression: what it belongs to. A change in place of the value is one of its roots. Immutable.
 *
 * @param roots what it may belong to; at least one
 * @param type its type, as far as it follows from declarations; null if it is not known
 * @param shape what it is to a join
 * @param tie how sure that is
 */
public record Value(List<Root> roots, @Nullable TypeMirror type, Shape shape, Tie tie) {
    /** How sure it is that a value belongs to its roots. */
    public enum Tie {
        /** It does belong to its only root. */
        SURE,
        /** It belongs to one of several, or to none of them. */
        PERHAPS,
        /** It did, but something else has taken its place since, on some path at least. */
        ONCE
    }

    /** What a value is to a join: its inputs are of generated types, which the compiler does not know as yet. */
    public enum Shape {
        /** A value like any other. */
        PLAIN,
        /** All inputs of a join, or some, also as a stream. */
        INPUTS,
        /** One input of a join. */
        INPUT
    }

    public static Value of(Root root, @Nullable TypeMirror type) {
        return new Value(List.of(root), type, Shape.PLAIN, Tie.SURE);
    }

    /** Another value that belongs to the same. */
    public Value part(@Nullable TypeMirror partType) {
        return new Value(roots, partType, Shape.PLAIN, tie);
    }

    /** Another value that belongs to the same join. */
    public Value part(Shape partShape) {
        return new Value(roots, null, partShape, tie);
    }

    /** This value, if not another one. */
    public Value perhaps() {
        return new Value(roots, type, shape, tie == Tie.ONCE ? Tie.ONCE : Tie.PERHAPS);
    }

    /** This value, where something else has taken its place. */
    Value once() {
        return new Value(roots, type, shape, Tie.ONCE);
    }

    /** One of the two. */
    public static @Nullable Value either(@Nullable Value one, @Nullable Value other) {
        if (one == null || other == null) {
            return one == null ? other == null ? null : other.perhaps() : one.perhaps();
        }
        List<Root> all = new ArrayList<>(one.roots);
        all.addAll(other.roots);
        boolean once = one.tie == Tie.ONCE || other.tie == Tie.ONCE;
        return new Value(all, one.type, one.shape, once ? Tie.ONCE : Tie.PERHAPS);
    }
}
