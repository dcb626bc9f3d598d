package dev.cairn.runtime.definition;

import dev.cairn.codec.ArtifactCodec;
import java.util.List;

/**
 * A stored field of a flow. Generated code starts with one of the factory methods and adds to it. Immutable.
 *
 * @param name the name of the field
 * @param kind how steps can use it
 * @param type the declared Java type, as source text with simple names
 * @param codec how its values are stored
 * @param primitive whether the field is of a primitive type
 * @param hasInitialiser whether the field has an initialiser, or is assigned in every constructor
 * @param formerNames names under which older runs stored it
 * @param option the name of a parameter on the command line; empty for other kinds
 * @param help what a parameter means, or the empty string
 * @param required whether each run must set this parameter
 * @param secret whether the values of this parameter are never stored
 */
public record ArtifactDefinition(
        String name,
        Kind kind,
        String type,
        ArtifactCodec<?> codec,
        boolean primitive,
        boolean hasInitialiser,
        List<String> formerNames,
        String option,
        String help,
        boolean required,
        boolean secret) {
    /** How steps can use an artifact. */
    public enum Kind {
        /** Set once per run, read-only in steps. */
        PARAMETER,
        /** A final field with an initialiser, stored once per run. */
        CONSTANT,
        /** Passed on from step to step. */
        ARTIFACT
    }

    /**
     * Copies the list.
     *
     * @param name the name of the field
     * @param kind how steps can use it
     * @param type the declared Java type, as source text with simple names
     * @param codec how its values are stored
     * @param primitive whether the field is of a primitive type
     * @param hasInitialiser whether the field has an initialiser, or is assigned in every constructor
     * @param formerNames names under which older runs stored it
     * @param option the name of a parameter on the command line; empty for other kinds
     * @param help what a parameter means, or the empty string
     * @param required whether each run must set this parameter
     * @param secret whether the values of this parameter are never stored
     */
    public ArtifactDefinition {
        formerNames = List.copyOf(formerNames);
    }

    /**
     * An artifact without initialiser.
     *
     * @param name the name of the field
     * @param type the declared Java type, as source text with simple names
     * @param codec how its values are stored
     * @return a definition to add to
     */
    public static ArtifactDefinition artifact(String name, String type, ArtifactCodec<?> codec) {
        return of(name, Kind.ARTIFACT, type, codec);
    }

    /**
     * A constant.
     *
     * @param name the name of the field
     * @param type the declared Java type, as source text with simple names
     * @param codec how its value is stored
     * @return a definition with an initialiser, to add to
     */
    public static ArtifactDefinition constant(String name, String type, ArtifactCodec<?> codec) {
        return of(name, Kind.CONSTANT, type, codec).initialised();
    }

    /**
     * An optional parameter, whose option has the name of the field.
     *
     * @param name the name of the field
     * @param type the declared Java type, as source text with simple names
     * @param codec how its values are stored
     * @return a definition with an initialiser, to add to
     */
    public static ArtifactDefinition parameter(String name, String type, ArtifactCodec<?> codec) {
        return of(name, Kind.PARAMETER, type, codec).initialised();
    }

    private static ArtifactDefinition of(String name, Kind kind, String type, ArtifactCodec<?> codec) {
        boolean primitive = PrimitiveTypes.contains(type);
        return new ArtifactDefinition(
                name,
                kind,
                type,
                codec,
                primitive,
                false,
                List.of(),
                kind == Kind.PARAMETER ? name : "",
                "",
                false,
                false);
    }

    /**
     * This artifact, with an initialiser.
     *
     * @return a copy that differs in this only
     */
    public ArtifactDefinition initialised() {
        return new ArtifactDefinition(
                name, kind, type, codec, primitive, true, formerNames, option, help, required, secret);
    }

    /**
     * This artifact, with names under which older runs stored it.
     *
     * @param names the names, in any order
     * @return a copy that differs in this only
     */
    public ArtifactDefinition formerNames(String... names) {
        return new ArtifactDefinition(
                name, kind, type, codec, primitive, hasInitialiser, List.of(names), option, help, required, secret);
    }

    /**
     * {@return whether {@code stored} is its name, or one under which older runs stored it}
     *
     * @param stored a name in a stored run
     */
    public boolean isNamed(String stored) {
        return name.equals(stored) || formerNames.contains(stored);
    }

    /**
     * This parameter, with another name on the command line.
     *
     * @param name the name of the option, without the dashes
     * @return a copy that differs in this only
     */
    public ArtifactDefinition option(String name) {
        return new ArtifactDefinition(
                this.name, kind, type, codec, primitive, hasInitialiser, formerNames, name, help, required, secret);
    }

    /**
     * This parameter, with a sentence on what it means.
     *
     * @param text the sentence
     * @return a copy that differs in this only
     */
    public ArtifactDefinition help(String text) {
        return new ArtifactDefinition(
                name, kind, type, codec, primitive, hasInitialiser, formerNames, option, text, required, secret);
    }

    /**
     * This parameter, which each run must set.
     *
     * @return a copy that differs in this only
     */
    public ArtifactDefinition mandatory() {
        return new ArtifactDefinition(
                name, kind, type, codec, primitive, hasInitialiser, formerNames, option, help, true, secret);
    }

    /**
     * This parameter, whose values are never stored.
     *
     * @return a copy that differs in this only
     */
    public ArtifactDefinition confidential() {
        return new ArtifactDefinition(
                name, kind, type, codec, primitive, hasInitialiser, formerNames, option, help, required, true);
    }
}
