package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.postgresql.s3.S3Patience;
import dev.cairn.datastore.tck.DatastoreConformance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The same with large values in a bucket. */
class S3DatastoreConformanceTest extends DatastoreConformance {
    private Duration flown = Duration.ZERO;

    @Override
    protected String newUrl() {
        return PostgresqlServer.shared().newUrl()
                + S3Server.shared().parameters(S3Server.shared().newPrefix());
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
    protected boolean damage(String url, Address blob) throws Exception {
        String key = new StoredRows(url).object(blob);
        byte[] bytes = S3Server.shared().read(key);
        bytes[bytes.length / 2] ^= 1;
        S3Server.shared().write(key, bytes);
        return true;
    }
}
