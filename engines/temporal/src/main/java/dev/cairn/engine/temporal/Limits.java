package dev.cairn.engine.temporal;

/**
 * The sizes in which work is handed out. They are part of the input of a workflow, so that it does the same wherever it is replayed.
 *
 * @param sliceMillis how long a slice should take
 * @param mostItems the largest number of items of a slice
 * @param mostPending how many activities and child workflows one workflow may have pending
 * @param slicesOfChild a foreach with more slices than this goes to child workflows, in parts of as many slices
 * @param mostEvents a workflow whose history has more events continues as new
 * @param heartbeatMillis an activity without a heartbeat for so long is given to another worker
 * @param mostGrowth how many times as many items as the largest slice so far a slice may have
 * @param partsOfRest into how many slices for each task that runs at once the elements are divided that are left
 */
record Limits(
        int sliceMillis,
        int mostItems,
        int mostPending,
        int slicesOfChild,
        int mostEvents,
        int heartbeatMillis,
        int mostGrowth,
        int partsOfRest) {
    /**
     * What Temporal's own limits leave room for: 2,000 pending activities, 51,200 events. The keeper is pending besides. A slice that turns
     * out too large ends when its time is over, so slices may grow fast: each time that they grow, workers wait for the workflow.
     */
    static final Limits STANDARD = new Limits(5_000, 10_000, 999, 1_000, 8_000, 15_000, 64, 2);

    /** What workflows do that were started before their input said it. */
    private static final int FIRST_GROWTH = 8;

    private static final int FIRST_PARTS_OF_REST = 4;

    Limits {
        mostGrowth = mostGrowth == 0 ? FIRST_GROWTH : mostGrowth;
        partsOfRest = partsOfRest == 0 ? FIRST_PARTS_OF_REST : partsOfRest;
    }
}
