package dev.cairn.benchmarks.results;

/** What a quantity is to be. */
sealed interface Bound {
    /** Whether a value is within it. */
    boolean holds(double value);

    /** In words. */
    String text();

    /** Not less than this. */
    record AtLeast(double value) implements Bound {
        @Override
        public boolean holds(double measured) {
            return measured >= value;
        }

        @Override
        public String text() {
            return "at least " + Numbers.plain(value);
        }
    }

    /** Not more than this. */
    record AtMost(double value) implements Bound {
        @Override
        public boolean holds(double measured) {
            return measured <= value;
        }

        @Override
        public String text() {
            return "at most " + Numbers.plain(value);
        }
    }

    /** Whatever it is: it is told beside the others. */
    record None() implements Bound {
        @Override
        public boolean holds(double measured) {
            return true;
        }

        @Override
        public String text() {
            return "";
        }
    }
}
