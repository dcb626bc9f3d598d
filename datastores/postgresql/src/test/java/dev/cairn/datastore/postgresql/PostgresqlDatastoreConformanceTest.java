package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.tck.DatastoreConformance;
import java.net.URI;
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
        return new Opening(StoreUrl.parse(url), Limits.STANDARD, name -> null, Clock.systemUTC(), () -> flown).open();
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
        String database = URI.create(url).getPath().substring(1);
        PostgresqlServer.shared()
                .execute(
                        database,
                        "UPDATE cairn.part SET bytes = set_byte(bytes, 1000, get_byte(bytes, 1000) # 1)"
                                + " WHERE place = (SELECT place FROM cairn.blob WHERE address = '\\x" + blob
                                + "') AND number = 0");
        return true;
    }
}
