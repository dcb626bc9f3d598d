package dev.cairn.processor.model;

/**
 * What an annotation says, and where. Immutable.
 *
 * @param value the value, which is the default where the annotation gives none
 * @param position the value in the annotation, or the annotation where it gives none
 */
public record Given<T>(T value, Position position) {}
