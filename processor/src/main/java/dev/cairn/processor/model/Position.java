package dev.cairn.processor.model;

/**
 * A place in the source that a problem can point to. {@code read} and {@code body} make them, {@code report} resolves them; to
 * all others they only have an order, that of the source.
 */
public interface Position {}
