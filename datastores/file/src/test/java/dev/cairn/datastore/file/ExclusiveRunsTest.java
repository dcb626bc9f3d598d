package dev.cairn.datastore.file;

import static dev.cairn.datastore.CommitResult.COMMITTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.FlowIsRunningException;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.support.Entry;
import dev.cairn.datastore.support.Exclusive;
import dev.cairn.datastore.support.StoredRun;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which runs keep an exclusive one from starting, and what becomes of the others. */
class ExclusiveRunsTest {
    private static final Exclusive EXCLUSIVE = new Exclusive(Set.of("Flow"), Duration.ofHours(1));

    @TempDir
    private Path directory;

    private static RunRecord runOfAge(Duration age) {
        return Example.run("Flow").withHeartbeatAt(Instant.now().minus(age));
    }

    private List<CommitResult> apply(Entry... entries) {
        try (FileStore store = FileStore.of(directory)) {
            return store.apply(List.of(entries));
        }
    }

    private StoredRun stored(RunRecord run) {
        try (FileStore store = FileStore.of(directory)) {
            return store.read(records -> records.run(run.id())).orElseThrow();
        }
    }

    @Test
    void ofTwoInOneBatchTheFirstWinsAndTheOldOwnerIsFencedAtOnce() {
        RunRecord died = runOfAge(Duration.ofHours(2));
        RunRecord first = runOfAge(Duration.ZERO);
        RunRecord second = runOfAge(Duration.ZERO);
        apply(new Entry.CreateRun(died));

        List<CommitResult> results = apply(
                new Entry.Heartbeat(stored(died).key(), died.heartbeatAt()),
                new Entry.CreateRun(first, EXCLUSIVE),
                new Entry.Heartbeat(stored(died).key(), Instant.now()),
                new Entry.CreateRun(second, EXCLUSIVE));

        assertThat(results.subList(0, 3)).containsExactly(COMMITTED, COMMITTED, new CommitResult.Fenced(2));
        assertThat(results.get(3))
                .isInstanceOfSatisfying(
                        CommitResult.Refused.class,
                        refused -> assertThat(refused.reason())
                                .isInstanceOfSatisfying(
                                        FlowIsRunningException.class,
                                        reason -> assertThat(reason.run()).isEqualTo(first.id())));
        assertThat(stored(died).key().epoch()).isEqualTo(2);
        assertThat(stored(died).record().status()).isEqualTo(RunStatus.DIED);
    }

    /** A clock that was set back does not bring runs back to life. */
    @Test
    void theNewestTimeInTheStoreIsTheTime() {
        RunRecord run = runOfAge(Duration.ofMinutes(30));
        RunRecord ahead = Example.run("Other").withHeartbeatAt(Instant.now().plus(Duration.ofMinutes(40)));
        apply(new Entry.CreateRun(run));
        assertThat(apply(new Entry.CreateRun(runOfAge(Duration.ZERO), EXCLUSIVE))
                        .get(0))
                .isInstanceOf(CommitResult.Refused.class);

        apply(new Entry.CreateRun(ahead));
        assertThat(apply(new Entry.CreateRun(runOfAge(Duration.ZERO), EXCLUSIVE)))
                .containsExactly(COMMITTED);
        assertThat(stored(run).record().finishedAt()).isEqualTo(ahead.heartbeatAt());
    }

    /** More than a page of them. */
    @Test
    void eachRunIsLookedAt() {
        List<RunRecord> runs = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            runs.add(runOfAge(Duration.ofHours(i == 0 ? 0 : 2)));
        }
        apply(runs.stream().map(Entry.CreateRun::new).toArray(Entry[]::new));
        Entry create = new Entry.CreateRun(runOfAge(Duration.ZERO), EXCLUSIVE);
        assertThat(apply(create).get(0)).isInstanceOf(CommitResult.Refused.class);

        apply(new Entry.EndRun(stored(runs.get(0)).key(), RunStatus.SUCCEEDED, Instant.now(), null, null));
        assertThat(apply(create)).containsExactly(COMMITTED);
        assertThat(runs.subList(1, 300))
                .allSatisfy(run -> assertThat(stored(run).record().status()).isEqualTo(RunStatus.DIED));
    }

    @Test
    void aStatusThatWasDamagedIsNotTakenForAnEnd() throws SQLException {
        apply(new Entry.CreateRun(runOfAge(Duration.ZERO)));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("store.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE run SET status = 'SUCCEEDED'");
        }

        try (Datastore datastore = Datastore.of("file:" + directory)) {
            assertThatThrownBy(
                            () -> datastore.runs().createExclusive(Example.run("Flow"), Set.of(), Duration.ofHours(1)))
                    .isInstanceOf(DatastoreException.class)
                    .isNotInstanceOf(FlowIsRunningException.class)
                    .hasMessageContaining("is damaged: its checksum is wrong");
        }
    }
}
