package dev.cairn.datastore.file;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.tck.DatastoreConformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.io.TempDir;

class FileDatastoreConformanceTest extends DatastoreConformance {
    @TempDir
    private Path directory;

    private Duration ahead = Duration.ZERO;

    @Override
    protected String newUrl() {
        return "file:" + directory.resolve("store");
    }

    /** By a clock that can go on: the store notes the use of a blob once in an hour. */
    @Override
    protected Datastore open(String url) {
        return FileStore.open(Path.of(url.substring("file:".length())), new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now();
            }
        });
    }

    @Override
    public Instant now() {
        return Instant.now().plus(ahead);
    }

    @Override
    public void waitUntilUnused() {
        ahead = ahead.plusHours(3);
    }

    @Override
    protected boolean damage(String url, Address blob) throws IOException {
        String digits = blob.toString();
        Path file = directory.resolve(Path.of("store", "blobs", digits.substring(0, 2), digits.substring(2)));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        return true;
    }
}
