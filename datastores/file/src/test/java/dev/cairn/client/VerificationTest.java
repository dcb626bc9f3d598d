package dev.cairn.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.Datastore;
import dev.cairn.maintenance.Verification;
import dev.cairn.maintenance.VerificationReport;
import dev.cairn.maintenance.VerificationReport.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a verification of a directory finds, and what a repair mends. */
class VerificationTest {
    @TempDir
    private Path directory;

    private String first;
    private String second;

    @BeforeEach
    void fill() {
        Products.store(directory);
        try (Datastore datastore = open()) {
            List<Run> runs = Cairn.open(datastore, Products.flow()).flow("Products").stream()
                    .toList();
            first = runs.get(1).pathspec();
            second = runs.get(0).pathspec();
        }
    }

    private Datastore open() {
        return Datastore.of("file:" + directory);
    }

    private VerificationReport verify() {
        try (Datastore datastore = open()) {
            return Verification.of(datastore);
        }
    }

    @Test
    void aSoundStoreHasNoProblem() {
        VerificationReport report = verify();

        assertThat(report.problems()).isEmpty();
        assertThat(report.runs()).isEqualTo(2);
        assertThat(report.attempts()).isEqualTo(13);
        assertThat(report.blobs()).isGreaterThan(5);
        assertThat(report.bytes()).isGreaterThan(70_000);
    }

    @Test
    void aFileThatIsGoneIsSaidToBePartOfAnArtifact() throws IOException {
        Path file = noise();
        Files.delete(file);

        assertThat(verify().problems())
                .containsExactly(
                        new Problem("artifact `noise` of " + second + "/start", missing(file)),
                        new Problem("artifact `noise` of " + first + "/start", missing(file)));
    }

    private String missing(Path file) {
        return "the blob " + address(file) + " in `file:" + directory
                + "` is damaged: its file is missing. Restore it from a backup, or repeat the run that stored it";
    }

    @Test
    void aBitThatFlippedIsFound() throws IOException {
        Path file = noise();
        byte[] bytes = Files.readAllBytes(file);
        bytes[50_000] ^= 8;
        Files.write(file, bytes);

        List<Problem> problems = verify().problems();
        assertThat(problems)
                .extracting(Problem::where)
                .containsExactly("artifact `noise` of " + second + "/start", "artifact `noise` of " + first + "/start");
        assertThat(problems.get(0).what()).contains("the blob " + address(file), "is damaged");
    }

    @Test
    void aTaskThatIsGoneIsFound() throws SQLException {
        update("DELETE FROM task WHERE number = 2");

        List<Problem> problems = verify().problems();
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).where()).isEqualTo("run " + first);
    }

    @Test
    void anIndexThatLacksRowsIsFoundAndRebuilt() throws SQLException {
        update("PRAGMA writable_schema = 1");
        update("CREATE TABLE other AS SELECT * FROM task WHERE number <> 2"); // takes the place of the index's pages
        update("CREATE INDEX other_position ON other (run, step, position, attempt)");
        update("PRAGMA writable_schema = 1; UPDATE sqlite_schema SET rootpage ="
                + " (SELECT rootpage FROM sqlite_schema WHERE name = 'other_position') WHERE name = 'task_position';"
                + " DELETE FROM sqlite_schema WHERE name = 'other_position'");
        assertThat(verify().problems()).anyMatch(problem -> problem.what().contains("task_position"));

        try (Datastore datastore = open()) {
            datastore.repair();
        }

        assertThat(verify().problems())
                .noneMatch(problem -> problem.what().contains("missing from index task_position"))
                .noneMatch(problem -> problem.where().startsWith("run"));
    }

    /** The only file. */
    private Path noise() throws IOException {
        try (var files = Files.walk(directory.resolve("blobs"))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    private static Address address(Path file) {
        return Address.parse(
                file.getParent().getFileName().toString() + file.getFileName().toString());
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("store.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
