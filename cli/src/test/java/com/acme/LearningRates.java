package com.acme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A flow class that is in no package of Cairn, so that there are fingerprints of its steps; {@code CommandsPageTest} says what they do. */
public final class LearningRates {
    public List<Double> rates = List.of(0.1, 0.02, 0.001);
    public @Nullable List<Double> candidates;
    public double accuracy;
    public @Nullable Object scores;
    public double best;

    void start() {}

    void train() {}

    void join() {}

    void end() {}
}
