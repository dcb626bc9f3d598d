package dev.cairn.benchmarks.results;

import dev.cairn.benchmarks.figures.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a target is about: a figure, or the ratio of two of the same round. */
sealed interface Quantity {
    /** The values of the rounds; empty if it was not measured. */
    Optional<List<Double>> values(Measurements measurements);

    /** The figure on which it is based. */
    Source source();

    /** A figure as it is. */
    record Measured(Source source) implements Quantity {
        @Override
        public Optional<List<Double>> values(Measurements measurements) {
            return measurements.figure(source).map(Figure::values);
        }
    }

    /** One figure through another one. */
    record Ratio(Source source, Source divisor) implements Quantity {
        @Override
        public Optional<List<Double>> values(Measurements measurements) {
            Optional<Figure> one = measurements.figure(source);
            Optional<Figure> other = measurements.figure(divisor);
            if (one.isEmpty() || other.isEmpty()) {
                return Optional.empty();
            }
            List<Double> ratios = new ArrayList<>();
            int rounds =
                    Math.min(one.get().values().size(), other.get().values().size());
            for (int i = 0; i < rounds; i++) {
                ratios.add(one.get().values().get(i) / other.get().values().get(i));
            }
            return Optional.of(ratios);
        }
    }
}
