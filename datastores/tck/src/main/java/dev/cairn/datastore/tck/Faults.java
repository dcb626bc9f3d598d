package dev.cairn.datastore.tck;

/**
 * How often a network fails. Each component is a percentage of the calls, from 0 to 100.
 *
 * @param lostRequests calls that never reach the service
 * @param lostAnswers calls that reach the service, but whose answer is lost
 * @param repeats calls that reach the service twice, with other calls in between
 * @param timeouts calls whose caller stops waiting, perhaps before the request reaches the service
 */
public record Faults(int lostRequests, int lostAnswers, int repeats, int timeouts) {
    /** No call fails, but answers arrive in any order. */
    public static final Faults NONE = new Faults(0, 0, 0, 0);

    /** Each fault occurs in one call out of ten. */
    public static final Faults MANY = new Faults(10, 10, 10, 10);

    /**
     * Checks that each component is a percentage.
     *
     * @param lostRequests calls that never reach the service
     * @param lostAnswers calls that reach the service, but whose answer is lost
     * @param repeats calls that reach the service twice, with other calls in between
     * @param timeouts calls whose caller stops waiting, perhaps before the request reaches the service
     * @throws IllegalArgumentException if a component is less than 0 or more than 100
     */
    public Faults {
        for (int percent : new int[] {lostRequests, lostAnswers, repeats, timeouts}) {
            if (percent < 0 || percent > 100) {
                throw new IllegalArgumentException(
                        "a fault rate must be a percentage from 0 to 100, but is " + percent);
            }
        }
    }
}
