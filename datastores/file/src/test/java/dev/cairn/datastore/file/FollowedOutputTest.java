package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.EndedAttempt;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.RunFollower;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever follows a run asks for the output of those attempts only that have some, and learns of output that was lost. */
class FollowedOutputTest {
    @TempDir
    private Path directory;

    private final RunRecord run = Example.run("Flow");

    private Datastore open() {
        return Datastore.of("file:" + directory);
    }

    private void log(Datastore datastore, String task, String text) {
        LogLine line = new LogLine(Example.NOW, LogLine.Stream.OUT, text);
        datastore.runs().log(run.id(), TaskId.parse(task), 0, List.of(line));
    }

    private void commit(Datastore datastore, String task) {
        datastore.runs().commit(Example.commit(Example.task(run.id(), task))).join();
    }

    @Test
    void onlyAttemptsWithOutputAreAskedFor() {
        try (Datastore datastore = open()) {
            datastore.runs().create(run);
            log(datastore, "work/1", "before");
            commit(datastore, "work/0");
            commit(datastore, "work/1");
            commit(datastore, "work/2");
            log(datastore, "work/2", "after");

            assertThat(datastore.runs().attemptPages(run.id()).next())
                    .extracting(EndedAttempt::mayHaveOutput)
                    .containsExactly(false, true, true);
        }
    }

    /** A process may die with an attempt whose output it has stored; another one commits how it ended, and knows of no output. */
    @Test
    void outputThatAnotherProcessStoredIsThere() {
        try (Datastore dying = open();
                Datastore other = open()) {
            dying.runs().create(run);
            log(dying, "work/0", "the last words");
            dying.runs().counts(run.id()); // they are stored
            commit(other, "work/0");

            assertThat(followed(other)).containsExactly("Flow/" + run.id() + "/work/0: the last words");
        }
    }

    @Test
    void lostOutputIsNoticed() throws SQLException {
        try (Datastore datastore = open()) {
            datastore.runs().create(run);
            log(datastore, "work/0", "lost");
            commit(datastore, "work/0");
        }
        try (Session session = Database.open(StoreDirectory.open(directory)).newWriter()) {
            session.update("DELETE FROM log");
        }

        try (Datastore datastore = open()) {
            assertThatThrownBy(() -> followed(datastore))
                    .isInstanceOf(DatastoreException.class)
                    .hasMessageContaining("the output of attempt 0 of task work/0 is damaged: some of it is missing");
        }
    }

    private List<String> followed(Datastore datastore) {
        List<String> lines = new ArrayList<>();
        datastore.runs().finish(run.id(), RunStatus.SUCCEEDED, Example.NOW, null, null);
        RunFollower follower =
                new RunFollower(datastore, run.id(), (path, line) -> lines.add(path + ": " + line.text()));
        try {
            follower.await(someTaskEnded -> {});
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return lines;
    }
}
