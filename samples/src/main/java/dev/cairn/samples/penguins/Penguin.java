package dev.cairn.samples.penguins;

/**
 * A penguin.
 *
 * @param species what it is
 * @param measurements how large it is
 */
public record Penguin(Species species, Measurements measurements) {}
