package dev.cairn.engine.flows;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.postgresql.PostgresqlServer;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** {@link RandomResumesTest} in a database. */
class RandomResumesOnPostgresqlTest extends RandomResumesTest {
    static IntStream seeds() {
        return RandomResumesTest.seeds().filter(seed -> seed % 20 == 0);
    }

    @Override
    Datastore open(Path empty) {
        return Datastore.of(PostgresqlServer.shared().newUrl());
    }
}
