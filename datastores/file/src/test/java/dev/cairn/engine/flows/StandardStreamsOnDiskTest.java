package dev.cairn.engine.flows;

import dev.cairn.datastore.Datastore;
import java.nio.file.Path;

/** The output of steps, kept on the disk. */
class StandardStreamsOnDiskTest extends StandardStreamsTest {
    @Override
    Datastore open(Path empty) {
        return Datastore.of("file:" + empty.resolve("store"));
    }
}
