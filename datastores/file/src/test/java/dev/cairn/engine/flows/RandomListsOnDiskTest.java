package dev.cairn.engine.flows;

import dev.cairn.datastore.Datastore;
import java.nio.file.Path;
import java.util.stream.IntStream;

class RandomListsOnDiskTest extends RandomListsTest {
    static IntStream seeds() {
        return RandomListsTest.seeds().filter(seed -> seed % 5 == 0);
    }

    @Override
    Datastore open(Path empty) {
        return Datastore.of("file:" + empty.resolve("store"));
    }
}
