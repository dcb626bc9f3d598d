package dev.cairn.benchmarks.cloud;

import dev.cairn.datastore.Address;
import java.nio.charset.StandardCharsets;

/** Runs many small tasks, each of which stores one small result durably. */
interface Contender {
    /** What it is called in the report. */
    String name();

    /** How many tasks it is given, of those that the others get: a slow one gets less, so that this ends. */
    default int tasks(int all) {
        return all;
    }

    /**
     * Runs tasks in an empty database.
     *
     * @param database where
     * @param tasks how many
     * @return how long it took, in seconds
     * @throws Exception if it fails
     */
    double seconds(Database database, int tasks) throws Exception;

    /** What each task makes. */
    static String result(int number) {
        return Address.ofContent(("result " + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The time since another one. */
    static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }
}
