package dev.cairn.benchmarks.results;

import dev.cairn.benchmarks.Spread;
import java.util.Optional;

/**
 * One thing that a row asks for.
 *
 * @param id by which {@code misses.md} names it
 * @param what the quantity, in words
 * @param quantity what is measured
 * @param bound what it is to be
 */
record Target(String id, String what, Quantity quantity, Bound bound) {
    /** How the rounds spread; empty if it was not measured. */
    Optional<Spread> spread(Measurements measurements) {
        return quantity.values(measurements).filter(values -> !values.isEmpty()).map(Spread::of);
    }

    /** What became of it. */
    Verdict verdict(Measurements measurements) {
        if (bound instanceof Bound.None) {
            return Verdict.NONE;
        }
        return spread(measurements)
                .map(spread -> bound.holds(spread.median()) ? Verdict.MET : Verdict.MISSED)
                .orElse(Verdict.UNKNOWN);
    }
}
