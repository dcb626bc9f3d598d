package dev.cairn.samples.penguins;

/**
 * How large a penguin is.
 *
 * @param billLength in millimetres
 * @param billDepth in millimetres
 * @param flipperLength in millimetres
 * @param bodyMass in grams
 */
public record Measurements(double billLength, double billDepth, double flipperLength, double bodyMass) {}
