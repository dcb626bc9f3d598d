package dev.cairn.engine.flows;

import dev.cairn.datastore.Datastore;
import java.nio.file.Path;
import java.util.stream.IntStream;

class RandomResumesOnDiskTest extends RandomResumesTest {
    static IntStream seeds() {
        return RandomResumesTest.seeds().filter(seed -> seed % 10 == 0);
    }

    @Override
    Datastore open(Path empty) {
        return Datastore.of("file:" + empty.resolve("store"));
    }
}
