package dev.cairn.engine.flows;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.postgresql.PostgresqlServer;
import java.nio.file.Path;

/** {@link WideJoinTest} in a database. */
class WideJoinOnPostgresqlTest extends WideJoinTest {
    @Override
    Datastore open(Path empty) {
        return Datastore.of(PostgresqlServer.shared().newUrl());
    }
}
