package dev.cairn.datastore.file;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.tck.DatastoreConformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;

class FileDatastoreConformanceTest extends DatastoreConformance {
    @TempDir
    private Path directory;

    private final FlyingClock clock = new FlyingClock();

    @Override
    protected String newUrl() {
        return "file:" + directory.resolve("store");
    }

    @Override
    protected Datastore open(String url) {
        return FileStore.open(Path.of(url.substring("file:".length())), clock, Disk.standard());
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void waitUntilUnused() {
        clock.fly();
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
