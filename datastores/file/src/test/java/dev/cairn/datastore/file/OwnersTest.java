package dev.cairn.datastore.file;

import static dev.cairn.datastore.CommitResult.COMMITTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.support.Entry;
import dev.cairn.datastore.support.RunKey;
import dev.cairn.datastore.support.StoredRun;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may write for a run that another process took over, and how a commit is known that comes again. */
class OwnersTest {
    @TempDir
    private Path directory;

    private final RunRecord run = Example.run("Flow");

    @BeforeEach
    void create() {
        try (Datastore datastore = open()) {
            datastore.runs().create(run);
        }
    }

    private Datastore open() {
        return Datastore.of("file:" + directory);
    }

    private static CommitResult commit(Datastore datastore, RunRecord run, String task) {
        return datastore
                .runs()
                .commit(Example.commit(Example.task(run.id(), task)))
                .join();
    }

    /** Takes the run over, as the owner of this epoch. */
    private CommitResult takeOver(long epoch) {
        try (FileStore store = FileStore.of(directory)) {
            StoredRun stored = store.read(records -> records.run(run.id())).orElseThrow();
            return store.apply(List.of(new Entry.TakeOver(new RunKey(run.id(), stored.number(), epoch))))
                    .get(0);
        }
    }

    @Test
    void whoseRunWasTakenOverIsFencedAndNobodyElse() {
        RunRecord other = Example.run("Flow");
        try (Datastore old = open()) {
            old.runs().create(other);
            assertThat(commit(old, run, "start")).isEqualTo(COMMITTED);
            assertThat(takeOver(1)).isEqualTo(COMMITTED);

            assertThat(commit(old, run, "train")).isEqualTo(new CommitResult.Fenced(2));
            assertThat(commit(old, other, "start")).isEqualTo(COMMITTED);
            String message =
                    "run " + run.id() + " was taken over by another process, so this process can no longer write"
                            + " to it. Follow the run in the other process.";
            assertThatThrownBy(() -> old.runs().heartbeat(run.id(), Example.NOW))
                    .isInstanceOf(DatastoreException.class)
                    .hasMessage(message);
            assertThatThrownBy(() -> old.runs().finish(run.id(), RunStatus.SUCCEEDED, Example.NOW, null, null))
                    .hasMessage(message);
        }
        try (Datastore owner = open()) {
            assertThat(owner.runs().task(run.id(), TaskId.of("train"))).isEmpty();
            assertThat(commit(owner, run, "train")).isEqualTo(COMMITTED);
            assertThat(owner.runs().find(run.id()).orElseThrow().status()).isEqualTo(RunStatus.RUNNING);
        }
    }

    @Test
    void onlyTheOwnerOfNowIsFollowed() {
        assertThat(takeOver(1)).isEqualTo(COMMITTED);
        assertThat(takeOver(1)).isEqualTo(new CommitResult.Fenced(2));
        assertThat(takeOver(2)).isEqualTo(COMMITTED);
    }

    @Test
    void onlyAStoreInWhichARunWasTakenOverHasThatInItsFormat() throws SQLException {
        assertThat(query("PRAGMA user_version")).isEqualTo("2");
        takeOver(1);
        assertThat(query("PRAGMA user_version")).isEqualTo("3");
        assertThat(query("SELECT epoch FROM owner")).isEqualTo("2");

        try (Datastore datastore = open()) {
            datastore.runs().delete(run.id());
        }
        assertThat(query("SELECT count(*) FROM owner")).isEqualTo("0");
    }

    @Test
    void anEpochThatWasDamagedIsNotBelieved() throws SQLException {
        takeOver(1);
        update("UPDATE owner SET epoch = 3");

        try (Datastore datastore = open()) {
            assertThatThrownBy(() -> datastore.runs().find(run.id()))
                    .isInstanceOf(DatastoreException.class)
                    .hasMessage("the datastore `" + datastore.url()
                            + "` failed: the record of the owner of a run is damaged: its checksum is wrong");
        }
    }

    @Test
    void aCommitThatComesAgainIsKnownByItsTokenAlsoAfterTheStoreWasClosed() {
        TaskCommit commit = Example.commit(Example.task(run.id(), "start"));
        try (Datastore datastore = open()) {
            assertThat(datastore.runs().commit(commit).join()).isEqualTo(COMMITTED);
        }
        try (Datastore datastore = open()) {
            assertThat(datastore.runs().commit(commit).join()).isEqualTo(COMMITTED);
            assertThat(commit(datastore, run, "start"))
                    .isEqualTo(new CommitResult.Duplicate(Example.task(run.id(), "start")));
            assertThat(Example.all(datastore.runs().attempts(run.id()))).hasSize(1);
        }
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.getString(1);
        }
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("store.db"));
    }
}
