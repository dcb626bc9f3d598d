package dev.cairn.runtime.internal;

import dev.cairn.datastore.Datastore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The datastores that runs and readers use when they are given a URL or nothing: each URL is opened once per process and
 * stays open, so that what a run returns can be read after it. Thread-safe.
 */
public final class DefaultDatastore {
    /** The system property that names the default datastore. */
    public static final String PROPERTY = "cairn.datastore";

    /** The environment variable that names the default datastore, unless the system property does. */
    public static final String ENVIRONMENT = "CAIRN_DATASTORE";

    /** The default datastore where neither names one. */
    public static final String URL = "file:.cairn";

    private static final Map<String, Datastore> OPEN = new ConcurrentHashMap<>();

    private DefaultDatastore() {}

    /**
     * Opens the default datastore, or returns it if it is open.
     *
     * @return a datastore that nobody closes
     */
    public static Datastore open() {
        return open(url());
    }

    /** {@return the URL of the default datastore} */
    public static String url() {
        return url(System.getProperty(PROPERTY), System.getenv(ENVIRONMENT));
    }

    /**
     * The datastore of this URL.
     *
     * @param url the URL, as it is given: another text for the same place opens it twice
     * @return a datastore that nobody closes
     * @throws dev.cairn.datastore.DatastoreException if it cannot be opened
     */
    public static Datastore open(String url) {
        return OPEN.computeIfAbsent(url, Datastore::of);
    }

    static String url(@Nullable String property, @Nullable String environment) {
        if (property != null && !property.isBlank()) {
            return property;
        }
        return environment != null && !environment.isBlank() ? environment : URL;
    }
}
