package dev.cairn.datastore.tck;

/**
 * How often a network fails, each in percent of the calls.
 *
 * @param lostRequests that never reach the service
 * @param lostAnswers that reach it, but whose caller never learns of it
 * @param repeats that reach it twice, with other calls between
 * @param timeouts whose caller stops waiting, perhaps before the request reaches the service
 */
public record Faults(int lostRequests, int lostAnswers, int repeats, int timeouts) {
    /** No call fails; but answers come in any order. */
    public static final Faults NONE = new Faults(0, 0, 0, 0);

    /** One call in ten meets each of them. */
    public static final Faults MANY = new Faults(10, 10, 10, 10);

    /** @throws IllegalArgumentException if one is no percentage */
    public Faults {
        for (int percent : new int[] {lostRequests, lostAnswers, repeats, timeouts}) {
            if (percent < 0 || percent > 100) {
                throw new IllegalArgumentException("faults are given in percent, from 0 to 100, not " + percent);
            }
        }
    }
}
