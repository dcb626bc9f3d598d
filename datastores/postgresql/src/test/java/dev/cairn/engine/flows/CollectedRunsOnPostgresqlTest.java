package dev.cairn.engine.flows;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.postgresql.PostgresqlServer;
import java.nio.file.Path;

/** {@link CollectedRunsTest} in a database. */
class CollectedRunsOnPostgresqlTest extends CollectedRunsTest {
    @Override
    Datastore open(Path empty) {
        return Datastore.of(PostgresqlServer.shared().newUrl());
    }
}
