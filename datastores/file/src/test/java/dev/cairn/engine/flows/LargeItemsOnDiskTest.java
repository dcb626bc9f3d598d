package dev.cairn.engine.flows;

import dev.cairn.datastore.Datastore;
import java.nio.file.Path;

/** {@link LargeItemsTest} on a disk. */
class LargeItemsOnDiskTest extends LargeItemsTest {
    @Override
    Datastore open(Path empty) {
        return Datastore.of("file:" + empty);
    }
}
