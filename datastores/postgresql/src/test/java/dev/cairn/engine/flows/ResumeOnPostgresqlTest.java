package dev.cairn.engine.flows;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.postgresql.PostgresqlServer;
import java.nio.file.Path;

/** {@link ResumeTest} in a database. */
class ResumeOnPostgresqlTest extends ResumeTest {
    @Override
    Datastore open(Path empty) {
        return Datastore.of(PostgresqlServer.shared().newUrl());
    }
}
