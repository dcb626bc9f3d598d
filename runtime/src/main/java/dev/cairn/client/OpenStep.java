package dev.cairn.client;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * A step of a run that has begun, or may begin, and has tasks that have not finished. Immutable.
 *
 * @param step the name of the step
 * @param since since when all that its first open task needs is there
 * @param finished how many of its tasks have finished
 * @param expected how many tasks it will have, if that is known: one, or one for each element of a foreach
 */
public record OpenStep(String step, Instant since, long finished, OptionalLong expected) {}
