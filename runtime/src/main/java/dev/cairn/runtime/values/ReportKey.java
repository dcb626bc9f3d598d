package dev.cairn.runtime.values;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskOrigin;

/** The keys of a run under which it keeps the reports of attempts. No file of a user can have one. */
public final class ReportKey {
    /** All of them begin so. */
    public static final String PREFIX = "report:";

    private ReportKey() {}

    /** That of the attempt that executed the step. */
    public static String of(TaskOrigin executed) {
        return PREFIX + executed.run() + " " + executed.task() + " " + executed.attempt();
    }

    /**
     * The attempt to which a key belongs.
     *
     * @throws IllegalArgumentException if it is not the key of a report
     */
    public static TaskOrigin parse(String key) {
        String[] parts = key.startsWith(PREFIX) ? key.substring(PREFIX.length()).split(" ", -1) : new String[0];
        if (parts.length != 3) {
            throw new IllegalArgumentException("`" + key + "` is not the key of a report");
        }
        return new TaskOrigin(new RunId(parts[0]), TaskId.parse(parts[1]), Integer.parseInt(parts[2]));
    }
}
