package dev.cairn.datastore.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.AttemptPages;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two processes commit tasks of one run, and the transaction that began first ends last. */
@Timeout(20)
class InterleavedCommitsTest {
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    private final PostgresqlServer server = PostgresqlServer.shared();
    private final String database = server.newDatabase();
    private final RunId run = RunId.next(Clock.systemUTC());

    private CompletableFuture<CommitResult> commit(Datastore datastore, String task) {
        TaskRecord record = TaskRecord.builder(run, TaskId.parse(task), 0, TaskStatus.SUCCEEDED, NOW, NOW)
                .build();
        return datastore.runs().commit(new TaskCommit(record, Map.of()));
    }

    private static Stream<String> tasks(AttemptPages pages) {
        return pages.next().stream().map(attempt -> attempt.task().toString());
    }

    private static void awaitWaiting(Statement statement, int transactions) throws SQLException, InterruptedException {
        while (true) {
            try (ResultSet result =
                    statement.executeQuery("SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted")) {
                result.next();
                if (result.getLong(1) >= transactions) {
                    return;
                }
            }
            Thread.sleep(10);
        }
    }

    @Test
    void whoFollowsTheRunMissesNone() throws SQLException, InterruptedException {
        try (Datastore slow = Datastore.of(server.url(database));
                Datastore fast = Datastore.of(server.url(database))) {
            slow.runs()
                    .create(RunRecord.builder(run, "Flow", "com.acme.Flow", NOW).build());
            commit(slow, "a/0").join();
            AttemptPages pages = fast.runs().attemptPages(run);
            assertThat(tasks(pages)).containsExactly("a/0");
            CompletableFuture<CommitResult> late;
            try (Connection connection = server.connect(database);
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute(
                        "SELECT FROM cairn.tally FOR UPDATE"); // which a transaction writes after its attempts
                late = commit(slow, "a/1");
                awaitWaiting(statement, 1);
                commit(fast, "a/2").join();
                assertThat(tasks(pages)).containsExactly("a/2");
                assertThat(tasks(pages)).isEmpty();
                connection.rollback();
            }
            late.join();
            assertThat(tasks(pages)).containsExactly("a/1");
            assertThat(tasks(pages)).isEmpty();
        }
    }

    /** Else a steady stream of commits would keep it waiting for ever. */
    @Test
    void whoNeedsTheRunForHimselfGetsItBeforeThoseWhoCameLater() throws SQLException, InterruptedException {
        try (Datastore first = Datastore.of(server.url(database));
                Datastore second = Datastore.of(server.url(database));
                Datastore third = Datastore.of(server.url(database));
                Connection connection = server.connect(database);
                Statement statement = connection.createStatement()) {
            first.runs()
                    .create(RunRecord.builder(run, "Flow", "com.acme.Flow", NOW).build());
            commit(first, "a/0").join();
            connection.setAutoCommit(false);
            statement.execute("SELECT FROM cairn.tally FOR UPDATE");
            CompletableFuture<CommitResult> shared = commit(first, "a/1");
            awaitWaiting(statement, 1);
            CompletableFuture<Void> alone =
                    CompletableFuture.runAsync(() -> second.runs().finish(run, RunStatus.SUCCEEDED, NOW, null, null));
            awaitWaiting(statement, 2);
            CompletableFuture<CommitResult> later = commit(third, "a/2");
            awaitWaiting(statement, 3);
            assertThat(later).isNotDone();
            connection.rollback();
            CompletableFuture.allOf(shared, alone, later).join();
        }
    }

    /** It may have to end this run, and would wait for ever too. */
    @Test
    void whoCreatesAnExclusiveRunGetsTheOthersOfItsFlowBeforeThoseWhoCameLater()
            throws SQLException, InterruptedException {
        try (Datastore first = Datastore.of(server.url(database));
                Datastore second = Datastore.of(server.url(database));
                Datastore third = Datastore.of(server.url(database));
                Connection connection = server.connect(database);
                Statement statement = connection.createStatement()) {
            first.runs()
                    .create(RunRecord.builder(run, "Flow", "com.acme.Flow", NOW).build());
            commit(first, "a/0").join();
            connection.setAutoCommit(false);
            statement.execute("SELECT FROM cairn.tally FOR UPDATE");
            CompletableFuture<CommitResult> shared = commit(first, "a/1");
            awaitWaiting(statement, 1);
            RunRecord exclusive = RunRecord.builder(RunId.next(Clock.systemUTC()), "Flow", "com.acme.Flow", NOW)
                    .build();
            CompletableFuture<Void> alone = CompletableFuture.runAsync(
                    () -> second.runs().createExclusive(exclusive, Set.of(), Duration.ofSeconds(1)));
            awaitWaiting(statement, 2);
            CompletableFuture<CommitResult> later = commit(third, "a/2");
            awaitWaiting(statement, 3);
            assertThat(later).isNotDone();
            connection.rollback();
            alone.join();
            assertThat(shared.join()).isEqualTo(CommitResult.COMMITTED);
            assertThat(later.join()).as("after its run was ended").isInstanceOf(CommitResult.Fenced.class);
            assertThat(second.runs().find(run)).map(RunRecord::status).contains(RunStatus.DIED);
            assertThat(second.runs().find(exclusive.id())).contains(exclusive);
        }
    }

    @Test
    void theIsolationOfTransactionsIsNotWhatTheDatabaseHasAsDefault() throws SQLException {
        server.execute(
                "postgres", "ALTER DATABASE " + database + " SET default_transaction_isolation TO 'repeatable read'");
        try (Connections connections =
                        new Connections(StoreUrl.parse(server.url(database)), Limits.STANDARD, name -> null);
                Session alone = connections.openWriter();
                Session pooled = connections.writer()) {
            for (Session session : new Session[] {alone, pooled}) {
                assertThat(session.first("SHOW transaction_isolation", row -> row.getString(1)))
                        .contains("read committed");
            }
        }
    }
}
