package dev.cairn.datastore;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A run was not stored because another run of its flow is alive: see {@link Runs#createExclusive}. */
public final class FlowIsRunningException extends DatastoreException {
    private static final long serialVersionUID = 1;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** The id of the run that is alive. */
    private final String run;

    /**
     * For datastores.
     *
     * @param flow the name of the flow
     * @param alive the run that is alive
     */
    public FlowIsRunningException(String flow, RunRecord alive) {
        super(message(flow, alive, alive.flow() + "/" + alive.id()));
        this.run = alive.id().value();
    }

    private static String message(String flow, RunRecord alive, String path) {
        String by = alive.user().isBlank() ? "" : " by " + alive.user();
        return "flow " + flow + " is already running: run " + path + " was started" + by + " at "
                + TIME.format(alive.startedAt().atZone(ZoneId.systemDefault()))
                + " and has not ended. Wait until it ends, or stop it with `stop " + path + "`.";
    }

    /** {@return the run that is alive} */
    public RunId run() {
        return new RunId(run);
    }
}
