package dev.cairn.engine.temporal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many elements a slice gets: one at first, then as many as take about as long as a slice should, by what the last one took. Near the
 * end of a foreach slices get smaller, so that all workers end at the same time. Workflow code: no clock, no random numbers.
 */
final class SliceSizes {
    private static final long SHORTEST_MICROS = 100_000;
    private static final int MOST_STEPS = 30;

    private final Limits limits;
    private final Map<String, Known> known = new LinkedHashMap<>();

    /**
     * What is known of a foreach.
     *
     * @param micros how long an element took in the last slice
     * @param largest the largest slice so far
     */
    private record Known(long micros, int largest) {}

    /** With what another workflow knew, as {@link #text} wrote it. */
    SliceSizes(Limits limits, String text) {
        this.limits = limits;
        for (String each : text.isEmpty() ? new String[0] : text.split(";")) {
            String[] parts = each.split("[=,]", -1);
            known.put(parts[0], new Known(Long.parseLong(parts[1]), Integer.parseInt(parts[2])));
        }
    }

    /** Notes how long a slice took. */
    void ended(String opener, int elements, long micros) {
        if (elements > 0) {
            Known before = known.get(opener);
            int largest = Math.max(elements, before == null ? 0 : before.largest());
            known.put(opener, new Known(Math.max(1, micros / elements), largest));
        }
    }

    /** Whether slices of this foreach no longer grow: the next one takes as long as a slice should, or has as many elements as it may. */
    boolean isFull(String opener) {
        Known of = known.get(opener);
        return of != null && (long) of.largest() * limits.mostGrowth() >= Math.min(whole(of), limits.mostItems());
    }

    private long whole(Known of) {
        return limits.sliceMillis() * 1000L / of.micros();
    }

    /**
     * The size of the next slice.
     *
     * @param waiting how many elements have not begun
     * @param workers how many tasks run at once, as far as is known
     */
    int next(String opener, int waiting, int workers) {
        Known of = known.get(opener);
        if (of == null) {
            return 1;
        }
        long whole = whole(of);
        long fair = Math.max(waiting / (limits.partsOfRest() * Math.max(1L, workers)), SHORTEST_MICROS / of.micros());
        long size = Math.min(
                Math.min(whole, (long) of.largest() * limits.mostGrowth()), Math.min(fair, limits.mostItems()));
        return (int) Math.max(1, size);
    }

    /** What is known, for the workflow that goes on. */
    String text() {
        StringBuilder text = new StringBuilder();
        known.entrySet().stream()
                .limit(MOST_STEPS)
                .forEach(each -> text.append(text.isEmpty() ? "" : ";")
                        .append(each.getKey())
                        .append('=')
                        .append(each.getValue().micros())
                        .append(',')
                        .append(each.getValue().largest()));
        return text.toString();
    }
}
