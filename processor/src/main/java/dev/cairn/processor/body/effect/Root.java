package dev.cairn.processor.body.effect;

import com.sun.source.tree.Tree;
import org.jspecify.annotations.Nullable;

/**
 * What a value belongs to, or is a part of, from before the code that has it. Immutable.
 *
 * @param kind what it is
 * @param number the field, or the position of the parameter; 0 for an input
 * @param name the name of the field or parameter; of an input that of the artifact, empty as long as it is the input itself
 * @param read of an artifact of an input the call that gives it: each call gives a copy of its own; null for all else
 */
public record Root(
        Kind kind, int number, String name, @Nullable Tree read) {
    public Root(Kind kind, int number, String name) {
        this(kind, number, name, null);
    }

    public enum Kind {
        /** A stored field of the flow, with the value that it had before. */
        FIELD,
        /** A parameter of a helper: what it stands for, the callers know. */
        PARAMETER,
        /** An {@code @Item} of a step. */
        ITEM,
        /** An artifact of an input of a join. */
        INPUT
    }

    /** Whether what is done to it counts for the task: a field. The others are copies. */
    boolean isField() {
        return kind == Kind.FIELD;
    }

    /** Whether what is done to it is lost unless somebody takes it over: an item or an input. */
    boolean isCopy() {
        return kind == Kind.ITEM || kind == Kind.INPUT;
    }

    /** Whether it is the other one, or a part of it: an artifact of an input is a part of the input. */
    boolean isWithin(Root other) {
        return equals(other) || other.name.isEmpty() && kind == other.kind && number == other.number;
    }

    /** This root of the code that is called, as the caller knows it who passed a value with the root {@code argument}. */
    public Root seenFrom(Root argument) {
        return argument.name.isEmpty() ? new Root(argument.kind, argument.number, name, read) : argument;
    }
}
