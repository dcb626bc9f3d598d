package dev.cairn.datastore;

/**
 * Asks the engines of one URL scheme, such as {@code temporal}, whether they drive a run. Found with {@link java.util.ServiceLoader}.
 * Implementations are thread-safe.
 */
public interface RunOwnerProvider {
    /** {@return the scheme without the colon} */
    String scheme();

    /**
     * Asks, and waits some seconds at most.
     *
     * @param url the URL of the engine
     * @param run a run that was to be driven by it
     * @return {@link RunLife#UNKNOWN} if the engine does not respond
     */
    RunLife life(String url, RunId run);
}
