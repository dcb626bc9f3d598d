package dev.cairn.processor.model;

/** A parameter of a step method. Immutable. */
public sealed interface StepParameter {
    /** Its name. */
    String name();

    /** Where it is. */
    Position position();

    /** A {@code TaskContext}. */
    record Context(String name, Position position) implements StepParameter {}

    /** {@code @Item}; {@code artifact} is empty where the annotation names none. */
    record Item(String name, String artifact, JavaType type, Position position) implements StepParameter {}

    /** {@code @Index}; {@code artifact} is empty where the annotation names none. */
    record Index(String name, String artifact, JavaType type, Position position) implements StepParameter {}

    /** The generated {@code <Step>Inputs} of this step, named {@code type} in the source. */
    record JoinInputs(String name, String type, Position position) implements StepParameter {}

    /** Anything else, which is a mistake. */
    record Unknown(String name, JavaType type, Position position) implements StepParameter {}
}
