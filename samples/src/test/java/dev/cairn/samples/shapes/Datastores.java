package dev.cairn.samples.shapes;

import dev.cairn.datastore.Datastore;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The datastores that a flow behaves alike on. */
final class Datastores {
    private Datastores() {}

    /** Gives each of them to a test, empty. */
    static void forEach(Path directory, Consumer<Datastore> test) {
        for (String url : new String[] {"memory:", "file:" + directory.resolve("store")}) {
            try (Datastore datastore = Datastore.of(url)) {
                test.accept(datastore);
            }
        }
    }
}
