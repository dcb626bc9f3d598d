package dev.cairn.engine.flows;

import dev.cairn.datastore.Datastore;
import java.nio.file.Path;

/** {@link StopRequestTest} on a disk. */
class StopRequestOnDiskTest extends StopRequestTest {
    @Override
    Datastore open(Path empty) {
        return Datastore.of("file:" + empty);
    }
}
