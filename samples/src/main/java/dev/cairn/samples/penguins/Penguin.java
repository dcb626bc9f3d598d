package dev.cairn.samples.penguins;

/**
 * A penguin and its measurements.
 *
 * @param species what it is
 * @param billLength in millimetres
 * @param billDepth in millimetres
 * @param flipperLength in millimetres
 * @param bodyMass in grams
 */
public record Penguin(Species species, double billLength, double billDepth, double flipperLength, double bodyMass) {}
