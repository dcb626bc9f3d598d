package dev.cairn.datastore.file;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.tck.DatastoreConformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileDatastoreConformanceTest extends DatastoreConformance {
    @TempDir
    private Path directory;

    @Override
    protected String newUrl() {
        return "file:" + directory.resolve("store");
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
