package dev.cairn.engine.flows;

import dev.cairn.datastore.Datastore;
import java.nio.file.Path;

class SecretParametersOnDiskTest extends SecretParametersTest {
    @Override
    Datastore open(Path empty) {
        return Datastore.of("file:" + empty.resolve("store"));
    }
}
