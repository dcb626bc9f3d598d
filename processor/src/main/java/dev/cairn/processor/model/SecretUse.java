package dev.cairn.processor.model;

/**
 * A place in the code of a flow where the value of a secret parameter gets into an artifact. Lives no longer than the round. Immutable.
 *
 * @param artifact the artifact
 * @param secret the parameter
 * @param certain whether the value itself is assigned; otherwise something that may contain it
 * @param position where it gets there
 */
public record SecretUse(String artifact, String secret, boolean certain, Position position) {}
