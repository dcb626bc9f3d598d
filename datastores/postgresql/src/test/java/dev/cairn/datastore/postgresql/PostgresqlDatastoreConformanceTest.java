package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.postgresql.s3.S3Patience;
import dev.cairn.datastore.tck.DatastoreConformance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

class PostgresqlDatastoreConformanceTest extends DatastoreConformance {
    private Duration flown = Duration.ZERO;

    @Override
    protected String newUrl() {
        return PostgresqlServer.shared().newUrl();
    }

    @Override
    protected Datastore open(String url) {
        return new Opening(
                        StoreUrl.parse(url),
                        Limits.STANDARD,
                        S3Patience.STANDARD,
                        name -> null,
                        Clock.systemUTC(),
                        () -> flown)
                .open();
    }

    @Override
    public Instant now() {
        return Instant.now().plus(flown);
    }

    /** Uses are noted to the hour. */
    @Override
    public void waitUntilUnused() {
        flown = flown.plusHours(2);
    }

    @Override
    protected boolean damage(String url, Address blob) {
        StoredRows rows = new StoredRows(url);
        PostgresqlServer.shared()
                .execute(
                        rows.database(),
                        "UPDATE cairn.part SET bytes = set_byte(bytes, 1000, get_byte(bytes, 1000) # 1) WHERE number = 0 AND place = '"
                                + rows.place(blob) + "'");
        return true;
    }
}
