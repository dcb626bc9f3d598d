package dev.cairn.benchmarks.results;

import java.util.List;

/**
 * A part of a chart: bars of one unit.
 *
 * @param title what is done
 * @param unit of all bars, and whether more or less of it is better
 * @param bars from top to bottom
 * @param marks where the bars of Cairn are to be
 */
record Panel(String title, String unit, List<Bar> bars, List<Mark> marks) {
    /**
     * A bar.
     *
     * @param label whose it is
     * @param source how long it is
     * @param cairn whether it is Cairn's, not that of what it is compared with
     */
    record Bar(String label, Source source, boolean cairn) {}

    /**
     * A line across the bars, to or before which those of Cairn are to come.
     *
     * @param factor where it is
     * @param of the factor is one of the least of these figures; if there are none, it is the place itself
     */
    record Mark(double factor, List<Source> of) {}

    /** A bar of Cairn. */
    static Bar cairn(String label, Source source) {
        return new Bar(label, source, true);
    }

    /** A bar of what Cairn is compared with. */
    static Bar peer(String label, Source source) {
        return new Bar(label, source, false);
    }

    /** A line at a multiple of the least of some figures. */
    static Mark mark(double factor, Source... of) {
        return new Mark(factor, List.of(of));
    }
}
