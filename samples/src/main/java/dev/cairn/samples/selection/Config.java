package dev.cairn.samples.selection;

/**
 * How to train a {@link Model}.
 *
 * @param learningRate the length of each step of gradient descent
 * @param epochs how often to go through the data
 */
public record Config(double learningRate, int epochs) {}
