package dev.cairn.processor.model;

import java.util.Optional;

/**
 * What the annotations beside {@code @Step} say of how a step runs. Immutable.
 *
 * @param retry what {@code @Retry} says
 * @param timeout the bound of {@code @Timeout}, as written
 * @param caught the artifact of {@code @Catch}
 * @param resources what {@code @Resources} says
 */
public record DecoratorsModel(
        Optional<Retry> retry,
        Optional<Given<String>> timeout,
        Optional<Given<String>> caught,
        Optional<Resources> resources) {
    /** No annotation beside {@code @Step}. */
    public static DecoratorsModel none() {
        return new DecoratorsModel(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What {@code @Retry} says; durations as written. */
    public record Retry(Given<Integer> times, Given<String> delay, Given<Double> backoff, Given<String> maxDelay) {}

    /** What {@code @Resources} says. */
    public record Resources(Given<Double> cpu, Given<Integer> memory, Given<Integer> gpu) {}
}
