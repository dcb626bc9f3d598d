package dev.cairn.processor.model;

import java.util.Optional;

/**
 * What the annotations of a step say of how its tasks run. Immutable.
 *
 * @param retry what {@code @Retry} says
 * @param timeout the bound of {@code @Timeout}, as written
 * @param caught the artifact of {@code @Catch}
 * @param resources what {@code @Resources} says
 * @param maxParallel what {@code @Step} says
 * @param version what {@code @Step} says of its code; empty if nothing
 */
public record DecoratorsModel(
        Optional<Retry> retry,
        Optional<Given<String>> timeout,
        Optional<Given<String>> caught,
        Optional<Resources> resources,
        Given<Integer> maxParallel,
        String version) {

    /** What {@code @Retry} says; durations as written. */
    public record Retry(Given<Integer> times, Given<String> delay, Given<Double> backoff, Given<String> maxDelay) {}

    /** What {@code @Resources} says. */
    public record Resources(Given<Double> cpu, Given<String> memory, Given<Integer> gpu) {}
}
