package dev.cairn.engine.flows;

import dev.cairn.datastore.Datastore;
import java.nio.file.Path;

/** {@link ExclusiveRunTest} on a disk. */
class ExclusiveRunOnDiskTest extends ExclusiveRunTest {
    @Override
    Datastore open(Path empty) {
        return Datastore.of("file:" + empty);
    }
}
