package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreProvider;

/**
 * Opens {@code postgresql://[user@]host[:port]/database[?schema=NAME][&blobs=s3://bucket/prefix]}. {@link #open} creates the tables if the
 * schema does not exist or is empty; it creates neither databases nor buckets. Passwords and keys are never part of the URL. Thread-safe.
 */
public final class PostgresqlDatastoreProvider implements DatastoreProvider {
    /** Called by {@link java.util.ServiceLoader}. */
    public PostgresqlDatastoreProvider() {}

    @Override
    public String scheme() {
        return StoreUrl.SCHEME;
    }

    @Override
    public Datastore open(String url) {
        return Opening.of(url).open();
    }

    @Override
    public boolean exists(String url) {
        return Opening.of(url).exists();
    }
}
