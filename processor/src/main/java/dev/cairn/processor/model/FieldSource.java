package dev.cairn.processor.model;

/**
 * An artifact, with what only rules ask of its field. Immutable.
 *
 * @param artifact the artifact
 * @param isPrivate whether the field is private
 * @param isFinal whether the field is final
 */
public record FieldSource(ArtifactModel artifact, boolean isPrivate, boolean isFinal) {}
