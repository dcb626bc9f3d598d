package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deleted run is gone at once, and its rows in small steps. */
class DeletedRowsTest {
    private static final int TASKS = 1_200;

    @TempDir
    private Path directory;

    private final RunRecord deleted = Example.run("Flow");
    private final RunRecord kept = Example.run("Flow");

    @BeforeEach
    void fill() {
        try (Datastore datastore = open()) {
            for (RunRecord run : List.of(deleted, kept)) {
                datastore.runs().create(run);
                datastore.runs().log(run.id(), TaskId.parse("work/0"), 0, List.of(line()));
                CompletableFuture.allOf(IntStream.range(0, TASKS)
                                .mapToObj(i ->
                                        datastore.runs().commit(Example.commit(Example.task(run.id(), "work/" + i))))
                                .toArray(CompletableFuture[]::new))
                        .join();
                datastore.runs().putFile(run.id(), "notes", datastore.blobs().put(new byte[] {1}), Example.NOW);
            }
        }
    }

    private static LogLine line() {
        return new LogLine(Instant.EPOCH, LogLine.Stream.OUT, "hello");
    }

    private Datastore open() {
        return Datastore.of("file:" + directory);
    }

    private Session session() throws SQLException {
        return Database.open(StoreDirectory.open(directory)).newWriter();
    }

    @Test
    void nobodyFindsAnythingOfItThoughItsRowsAreThere() throws SQLException {
        try (Datastore knows = open(); // which has the number of the run
                Datastore other = open()) {
            assertThat(knows.runs().attempts(deleted.id(), TaskId.parse("work/1")))
                    .hasSize(1);
            assertThat(other.runs().delete(deleted.id())).isTrue();

            assertThat(rows("task")).isEqualTo(2 * TASKS);
            assertThat(knows.runs().find(deleted.id())).isEmpty();
            assertThat(knows.runs().attempts(deleted.id(), TaskId.parse("work/1")))
                    .isEmpty();
            assertThat(Example.all(knows.runs().attempts(deleted.id()))).isEmpty();
            assertThat(Example.all(knows.runs().tasks(deleted.id(), "work"))).isEmpty();
            assertThat(knows.runs().tasks(deleted.id(), "work", 10, 10)).isEmpty();
            assertThat(knows.runs().lastTask(deleted.id(), "work", List.of())).isEmpty();
            assertThat(knows.runs().counts(deleted.id())).isEmpty();
            assertThat(Example.all(knows.runs().log(deleted.id(), TaskId.parse("work/0"), 0)))
                    .isEmpty();
            assertThat(knows.runs().file(deleted.id(), "notes")).isEmpty();
            assertThat(Example.all(knows.runs().files(deleted.id(), ""))).isEmpty();
        }
    }

    @Test
    void itsRowsGoInStepsAndThoseOfOthersStay() throws SQLException {
        try (Datastore datastore = open()) {
            datastore.runs().delete(deleted.id());
        }
        try (Session session = session()) {
            assertThat(DeletedRows.free(session)).isTrue();
        }
        assertThat(rows("task")).isEqualTo(2 * TASKS - 500); // and here the process dies

        try (Datastore datastore = open()) {
            datastore.blobs().sweep();

            assertThat(rows("task")).isEqualTo(TASKS);
            assertThat(rows("log")).isEqualTo(1);
            assertThat(rows("file")).isEqualTo(1);
            assertThat(rows("tally")).isEqualTo(2);
            assertThat(rows("deleted")).isZero();
            assertThat(Example.all(datastore.runs().attempts(kept.id()))).hasSize(TASKS);
            assertThat(Example.all(datastore.runs().log(kept.id(), TaskId.parse("work/0"), 0)))
                    .hasSize(1);
        }
        try (Session session = session()) {
            assertThat(session.number("PRAGMA freelist_count")).isZero();
            assertThat(DeletedRows.free(session)).isFalse();
        }
    }

    /** As if a bit had flipped there: nothing that somebody needs goes. */
    @Test
    void aRunThatIsThereLosesNothing() throws SQLException {
        try (Session session = session()) {
            DeletedRows.add(session, 2);
            assertThat(DeletedRows.has(session, 2)).isFalse();
            assertThat(DeletedRows.free(session)).isTrue();
            assertThat(DeletedRows.free(session)).isFalse();
        }
        assertThat(rows("task")).isEqualTo(2 * TASKS);
    }

    private long rows(String table) throws SQLException {
        try (Session session = session()) {
            return session.number("SELECT count(*) FROM " + table);
        }
    }
}
