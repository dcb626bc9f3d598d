package dev.cairn.engine.flows;

import dev.cairn.datastore.Datastore;
import java.nio.file.Path;

class SharedReadsOnDiskTest extends SharedReadsTest {
    @Override
    Datastore open(Path empty) {
        return Datastore.of("file:" + empty.resolve("store"));
    }
}
