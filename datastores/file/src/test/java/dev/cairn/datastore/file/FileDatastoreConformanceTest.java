package dev.cairn.datastore.file;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreConformance;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileDatastoreConformanceTest extends DatastoreConformance {
    @TempDir
    private Path directory;

    @Override
    protected Datastore open() {
        return Datastore.of("file:" + directory.resolve("store"));
    }
}
