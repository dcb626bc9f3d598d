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
     * @param meter measures it, without what is done once for all tasks
     * @return what it took
     * @throws Exception if it fails
     */
    Cost run(Database database, int tasks, Meter meter) throws Exception;

    /** What each task makes. */
    static String result(int number) {
        return Address.ofContent(("result " + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
