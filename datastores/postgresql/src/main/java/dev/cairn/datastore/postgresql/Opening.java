package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.postgresql.object.ObjectStore;
import dev.cairn.datastore.postgresql.s3.S3Location;
import dev.cairn.datastore.postgresql.s3.S3Objects;
import dev.cairn.datastore.postgresql.s3.S3Patience;
import dev.cairn.datastore.support.Compression;
import dev.cairn.datastore.support.KernelDatastore;
import dev.cairn.datastore.zstd.ZstdCompression;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Opens a datastore. Immutable. What is wrong at the beginning is said at once, and not tried again: mostly it is the URL.
 *
 * @param url the datastore
 * @param limits how long things may take
 * @param patience how long requests to a bucket may take
 * @param environment where passwords are
 * @param clock the clock of this machine
 * @param clockOffset added to the clock of the server that tells when blobs are used; not zero only in tests
 */
record Opening(
        StoreUrl url,
        Limits limits,
        S3Patience patience,
        UnaryOperator<@Nullable String> environment,
        Clock clock,
        Supplier<Duration> clockOffset) {
    /** Of what the tables call {@code zstd}. */
    private static final Compression COMPRESSION = new ZstdCompression();

    /**
     * By so much the clock of this machine may differ from that of the server. A run counts as dead after 30 seconds without a sign of
     * life, which is told by both clocks.
     */
    private static final Duration MOST_SKEW = Duration.ofSeconds(10);

    /** Whose environment is that of this process. */
    static Opening of(String url) {
        return new Opening(
                StoreUrl.parse(url),
                Limits.STANDARD,
                S3Patience.STANDARD,
                System::getenv,
                Clock.systemUTC(),
                () -> Duration.ZERO);
    }

    Datastore open() {
        Connections connections = new Connections(url, limits, environment);
        Database database = Database.of(url, connections);
        S3Location bucket = bucket();
        StoreSchema schema = new StoreSchema(url, bucket == null ? null : bucket.toString());
        StoreRow row;
        try (Session session = connections.openWriter();
                S3Objects atFirst = bucket == null ? null : S3Objects.of(bucket, patience.atFirst())) {
            requireSameTime(session);
            row = schema.open(session, atFirst);
        } catch (SQLException e) {
            throw database.failed(e);
        }
        ObjectStore objects = bucket == null ? new TableObjects(database) : S3Objects.of(bucket, patience);
        PlacedBlobs blobs = new PlacedBlobs(database, objects, COMPRESSION, clockOffset);
        return KernelDatastore.grouping(
                new PostgresqlStore(database, schema, row, blobs, clockOffset), blobs, COMPRESSION);
    }

    private @Nullable S3Location bucket() {
        String blobs = url.blobs();
        return blobs == null
                ? null
                : S3Location.parse(
                        blobs,
                        url.parameters().get(StoreUrl.ENDPOINT),
                        url.parameters().get(StoreUrl.REGION),
                        url.parameters().get(StoreUrl.PATH_STYLE));
    }

    boolean exists() {
        Connections connections = new Connections(url, limits, environment);
        try (Session session = connections.openWriter()) {
            return new StoreSchema(url, null).isThere(session);
        } catch (SQLException e) {
            throw new Failures(url).of(e);
        }
    }

    private void requireSameTime(Session session) throws SQLException {
        Instant before = clock.instant();
        Instant server =
                Instant.ofEpochMilli(session.number("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint"));
        Instant after = clock.instant();
        Duration ahead = Duration.between(server, before);
        Duration behind = Duration.between(after, server);
        if (ahead.compareTo(MOST_SKEW) > 0 || behind.compareTo(MOST_SKEW) > 0) {
            throw new DatastoreException(
                    "the clock of this machine is "
                            + (ahead.isNegative()
                                    ? behind.toSeconds() + " seconds behind"
                                    : ahead.toSeconds() + " seconds ahead of")
                            + " that of PostgreSQL at " + url.servers()
                            + ", but a run counts as dead after 30 seconds without a sign of life. Set both clocks, for example by NTP.");
        }
    }
}
