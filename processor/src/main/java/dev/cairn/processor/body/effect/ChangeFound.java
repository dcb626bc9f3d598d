package dev.cairn.processor.body.effect;

/**
 * A place that changes a value in place, as the code shows: by a method that is known to, an assignment to an element or member.
 * Immutable.
 *
 * @param root what the value belongs to
 * @param certain whether it is this root for sure
 * @param through the helper method that is called for it, or the empty string
 * @param place where it is
 */
public record ChangeFound(Root root, boolean certain, String through, Place place) {}
