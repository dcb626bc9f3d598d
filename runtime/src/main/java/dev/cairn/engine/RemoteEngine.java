package dev.cairn.engine;

import java.util.Optional;

/**
 * An engine whose runs are driven by other processes, and go on when the process that started them ends. To run a flow is to {@link
 * #start} it and to wait for its end. Such an engine stores the end of a run itself, because nobody may be waiting for it. Thread-safe.
 */
public interface RemoteEngine extends Engine {
    /**
     * Starts a run, and does not wait for it. Does nothing if the run was started before.
     *
     * @param request the run, which is stored
     * @throws dev.cairn.CairnException if the engine cannot be reached, or refuses the run
     */
    void start(RunRequest<?> request);

    /**
     * Its URL, which is stored with each run that it drives: an {@link EngineProvider}, and a {@link dev.cairn.datastore.RunOwnerProvider},
     * find it by that.
     *
     * @return empty if it has none: then a run lives as long as it gives signs of life
     */
    default Optional<String> url() {
        return Optional.empty();
    }
}
