package com.acme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has a flow class that is in no package of Cairn, so that there are fingerprints of its steps. */
public final class Sums {
    private Sums() {}

    /** The flow class; what its steps do says the test flow that uses it. */
    public static final class Flow {
        public double factor = 2;

        public @Nullable String title;

        public @Nullable List<Integer> numbers;

        public double product;
        public double sum;

        void start() {}

        void work() {}

        void join() {}

        void end() {}
    }
}
