package dev.cairn.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.LogLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that the first format of {@code file:} left: {@code format-1.zip}, written by commit a3db151. */
class FormatOneTest {
    private static final String GOOD = "20261129T051314134-1vkc35ty";

    @TempDir
    private Path parent;

    private Path store;

    @BeforeEach
    void unpack() throws IOException {
        store = parent.resolve("store");
        try (InputStream resource = FormatOneTest.class.getResourceAsStream("format-1.zip");
                ZipInputStream zip = new ZipInputStream(resource)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = store.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                Files.write(target, zip.readAllBytes());
            }
        }
    }

    private Datastore open() {
        return Datastore.of("file:" + store);
    }

    @Test
    void isReadAsItWas() throws IOException, SQLException {
        assertThat(query("PRAGMA user_version")).isEqualTo("1");
        try (Datastore datastore = open()) {
            assertAllIsThere(datastore);
        }
        assertThat(query("PRAGMA user_version")).isEqualTo("2");
        assertThat(query("PRAGMA integrity_check")).isEqualTo("ok");
    }

    private static void assertAllIsThere(Datastore datastore) throws IOException {
        Cairn cairn = Cairn.open(datastore, Products.flow());
        List<Run> runs;
        try (Stream<Run> stream = cairn.flow("Products").tag("nightly").stream()) {
            runs = stream.toList();
        }
        assertThat(runs).extracting(Run::id).containsExactly("20261129T051315705-8kwas6s4", GOOD);
        Run failed = runs.get(0);
        Run good = runs.get(1);
        assertThat(good.tags()).containsExactly("good", "nightly");
        assertThat(good.successful()).isTrue();
        assertThat(good.user()).isEqualTo("ada");
        assertThat(good.step("work").count()).isEqualTo(5);
        assertThat(good.step("work").views(task -> task.artifact("product").value()))
                .containsExactly(2L, 4L, 6L, 8L, 10L);
        assertThat(good.step("work").task(1).attempts()).hasSize(2);
        assertThat(good.step("join").task().parents()).hasSize(5);
        assertThat(good.step("start").task().children()).hasSize(5);
        assertThat(good.step("start").task().artifact("noise").as(byte[].class)).isEqualTo(Products.noise());
        assertThat(good.step("start").task().artifact("text").tree().toString()).contains("a text of some length.");
        try (Stream<LogLine> log = good.step("work").task(3).log()) {
            assertThat(log).extracting(LogLine::text).containsExactly("working on 4");
        }
        try (InputStream notes = good.files().open("notes.txt")) {
            assertThat(notes.readAllBytes()).isEqualTo(Products.notes());
        }
        assertThat(failed.failedTask()).contains("work/2");
        assertThat(failed.attempts("work/2")).hasSize(2);
        assertThat(failed.counts().stream().mapToLong(count -> count.attempts()).sum())
                .isEqualTo(6);
        assertThat(failed.step("end").ran()).isFalse();
    }

    @Test
    void goesOnAsANewOne() throws Exception {
        for (String table : List.of("flow", "run")) {
            update("UPDATE " + table + " SET class = '" + Products.Flow.class.getName() + "'");
        }
        Products.store(store);
        try (Datastore datastore = open()) {
            Everything everything = Everything.of(datastore);
            Map<String, String> answers = everything.answers(datastore);
            assertThat(answers).doesNotContainValue(Everything.NOTICED).hasSizeGreaterThan(200);
            assertThat(answers.get("runs of Products").split(",")).hasSize(4);
        }
        assertThat(query("SELECT runs FROM store")).isEqualTo("4");
        assertThat(query("SELECT count(*) FROM task WHERE checksum = 0")).isEqualTo("0");
    }

    @Test
    void aRecordThatWasDamagedBeforeIsFoundToBeAfter() throws SQLException {
        update("UPDATE task SET record = zeroblob(50) WHERE step = 'end'");
        try (Datastore datastore = open()) {
            Run run = Cairn.open(datastore, Products.flow()).run("Products/" + GOOD);
            assertThat(run.step("work").count()).isEqualTo(5);
            assertThatThrownBy(() -> run.step("end").task())
                    .isInstanceOf(DatastoreException.class)
                    .hasMessage("the datastore `file:" + store + "` failed: the record of attempt 0 of task end of run "
                            + GOOD + " is damaged: its checksum is wrong");
        }
    }

    @Test
    void isNotChangedUnderARunOfAnOlderVersion() throws SQLException {
        update("UPDATE run SET status = 'RUNNING', heartbeat = '" + Instant.now() + "' WHERE id = '" + GOOD + "'");

        assertThatThrownBy(this::open)
                .isInstanceOf(DatastoreException.class)
                .hasMessage("the datastore `" + store + "` is in use by an older version of Cairn, which runs " + GOOD
                        + ". Wait until that run has ended, or use the older version.");
        assertThat(query("PRAGMA user_version")).isEqualTo("1");

        update("UPDATE run SET heartbeat = '" + Instant.now().minusSeconds(61) + "' WHERE id = '" + GOOD + "'");
        open().close();
        assertThat(query("PRAGMA user_version")).isEqualTo("2");
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
        return DriverManager.getConnection("jdbc:sqlite:" + store.resolve("store.db"));
    }
}
