package dev.cairn.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * A field of a flow that is stored. Immutable.
 *
 * @param name the name of the field
 * @param kind what it is to the steps
 * @param type its type as written
 * @param stored how its values are stored; {@link StoredType.Unstorable} where they cannot be
 * @param initialised whether it has an initialiser, or is assigned in every constructor
 * @param documentation the text of its javadoc, or the empty string
 * @param formerNames names under which older runs stored it
 * @param parameter what {@code @Parameter} says, where it is one
 * @param foreach how a foreach takes its elements out; empty if it cannot
 * @param suppressed what {@code @SuppressWarnings} on the field names
 * @param position the field
 */
public record ArtifactModel(
        String name,
        Kind kind,
        JavaType type,
        StoredType stored,
        boolean initialised,
        String documentation,
        List<String> formerNames,
        Optional<ParameterModel> parameter,
        Optional<Elements> foreach,
        List<String> suppressed,
        Position position) {
    /** What an artifact is to the steps. */
    public enum Kind {
        /** Set once per run, read-only in steps. */
        PARAMETER,
        /** A final field with an initialiser. */
        CONSTANT,
        /** Handed on from step to step. */
        ARTIFACT
    }

    /**
     * What {@code @Parameter} says.
     *
     * @param option the name on the command line
     * @param help what it means, or the empty string
     * @param required whether each run has to give it
     * @param secret whether its values are never stored
     * @param position the annotation
     */
    public record ParameterModel(String option, String help, boolean required, boolean secret, Position position) {}

    /**
     * The elements of an artifact over which a foreach can run.
     *
     * @param shape what holds them
     * @param type the type of an element: for a map {@code Map.Entry<K, V>}, boxed where the elements are primitive
     * @param stored how an element is stored; for a map the entry is a {@link StoredType.Entry}
     */
    public record Elements(Shape shape, JavaType type, StoredType stored) {
        /** What holds the elements. */
        public enum Shape {
            /** An {@code Iterable}. */
            ITERABLE,
            /** A {@code Map}: the elements are its entries. */
            MAP,
            /** An array. */
            ARRAY,
            /** An {@code int} <i>n</i>: the elements are 0 to <i>n</i>-1. */
            RANGE
        }
    }

    /** Copies the lists. */
    public ArtifactModel {
        formerNames = List.copyOf(formerNames);
        suppressed = List.copyOf(suppressed);
    }

    /** Whether it is a parameter whose values are never stored. */
    public boolean isSecret() {
        return parameter.filter(ParameterModel::secret).isPresent();
    }
}
