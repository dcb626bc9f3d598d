package dev.cairn.client;

import dev.cairn.datastore.Datastore;
import java.nio.file.Path;

class LazyTasksOnDiskTest extends LazyTasksTest {
    @Override
    Datastore open(Path empty) {
        return Datastore.of("file:" + empty);
    }
}
