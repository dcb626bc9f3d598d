package dev.cairn.runtime.values;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskOrigin;

/** The keys of a run under which it keeps the reports of attempts. No file of a user can have one. */
public final class ReportKey {
    /** All of them begin so. */
    public static final String PREFIX = "report:";

    private ReportKey() {}

    /**
     * {@return the key of the report of an attempt}
     *
     * @param executed the attempt that executed the step
     */
    public static String of(TaskOrigin executed) {
        return PREFIX + executed.run() + " " + executed.task() + " " + executed.attempt();
    }

    /**
     * {@return the attempt to which a key belongs}
     *
     * @param key the key of something that a run keeps
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
