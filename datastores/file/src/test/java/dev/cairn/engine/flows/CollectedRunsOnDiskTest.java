package dev.cairn.engine.flows;

import dev.cairn.datastore.Datastore;
import java.nio.file.Path;

/** {@link CollectedRunsTest} on a disk. */
class CollectedRunsOnDiskTest extends CollectedRunsTest {
    @Override
    Datastore open(Path empty) {
        return Datastore.of("file:" + empty);
    }
}
