package dev.cairn.runtime.definition;

/**
 * The resources that a task of a step needs, where tasks are processes. Immutable.
 *
 * @param cpu the number of processors; fractions are allowed
 * @param memory the largest Java heap, as {@code -Xmx} takes it, such as {@code 2g}; empty lets the engine decide
 * @param gpu the number of GPUs
 */
public record Resources(double cpu, String memory, int gpu) {
    /** What a step needs that says nothing. */
    public static final Resources STANDARD = new Resources(1, "", 0);
}
