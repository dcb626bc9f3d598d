package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.CorruptBlobException;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the bytes on the disk, no wrong value is ever read. */
class DamageTest {
    private static final byte[] RANDOM = Example.randomBytes(100_000, 1);
    private static final byte[] DULL = Example.dullBytes(500_000);

    @TempDir
    private Path directory;

    private Datastore datastore;

    @BeforeEach
    void open() {
        datastore = Datastore.of("file:" + directory);
    }

    @AfterEach
    void close() {
        datastore.close();
    }

    @Test
    void aBitThatFlippedInAFileIsFound() throws IOException {
        BlobInfo blob = datastore.blobs().put(RANDOM);
        byte[] damaged = RANDOM.clone();
        damaged[77_777] ^= 4;
        Files.write(file(blob), damaged);

        assertDamaged(blob, "its bytes have the address " + Address.ofContent(damaged));
    }

    @Test
    void noBitOfACompressedFileCanFlipUnseen() throws IOException {
        BlobInfo blob = datastore.blobs().put(DULL);
        byte[] stored = Files.readAllBytes(file(blob));
        Random random = new Random(1);
        int harmless = 0;
        for (int i = 0; i < 100; i++) {
            byte[] damaged = stored.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file(blob), damaged);
            try {
                assertThat(datastore.blobs().read(blob.address())).isEqualTo(DULL);
                harmless++; // zstd has bits without meaning
            } catch (CorruptBlobException e) {
                assertThat(e)
                        .hasMessageStartingWith(
                                "the blob " + blob.address() + " in `" + datastore.url() + "` is damaged: ");
            }
        }
        assertThat(harmless).isLessThan(20);
    }

    @Test
    void aFileThatWasCutIsFound() throws IOException {
        BlobInfo blob = datastore.blobs().put(RANDOM);
        Files.write(file(blob), Arrays.copyOf(RANDOM, 99_999));

        assertDamaged(blob, "its file has 99999 bytes, not 100000");
    }

    @Test
    void aFileThatGrewIsFound() throws IOException {
        BlobInfo blob = datastore.blobs().put(RANDOM);
        Files.write(file(blob), Arrays.copyOf(RANDOM, 100_001));

        assertDamaged(blob, "its file has 100001 bytes, not 100000");
    }

    @Test
    void aFileThatIsGoneIsFound() throws IOException {
        BlobInfo blob = datastore.blobs().put(RANDOM);
        Files.delete(file(blob));

        assertDamaged(blob, "its file is missing");
    }

    @Test
    void puttingABlobAgainMendsAFileThatIsGoneOrCut() throws IOException {
        BlobInfo blob = datastore.blobs().put(RANDOM);
        Files.delete(file(blob));
        datastore.blobs().put(RANDOM);
        assertThat(datastore.blobs().read(blob.address())).isEqualTo(RANDOM);

        Files.write(file(blob), new byte[0]);
        datastore.blobs().put(RANDOM);
        assertThat(datastore.blobs().read(blob.address())).isEqualTo(RANDOM);
    }

    @Test
    void aFileMayNotDecompressToMoreThanItSays() throws IOException {
        BlobInfo blob = datastore.blobs().put(DULL);
        byte[] bomb =
                FileStore.COMPRESSION.compress(new byte[50_000_000], 50_000_000).orElseThrow();
        byte[] stored = Files.readAllBytes(file(blob));
        Files.write(file(blob), Arrays.copyOf(bomb, stored.length)); // of the right length, so that it is looked into

        assertDamaged(blob, "it has more than 500000 bytes");
    }

    @Test
    void aBitThatFlippedInARowIsFound() throws SQLException {
        for (byte[] content : new byte[][] {Example.randomBytes(2000, 2), Example.dullBytes(2000), new byte[] {1}}) {
            BlobInfo blob = datastore.blobs().put(content);
            flipBit("blob", "data");

            assertThatThrownBy(() -> datastore.blobs().read(blob.address())).isInstanceOf(CorruptBlobException.class);
            assertThatThrownBy(() -> datastore.blobs().open(blob.address())).isInstanceOf(CorruptBlobException.class);
        }
    }

    @Test
    void aPreviewThatIsNotWhatWasWrittenIsNone() throws SQLException {
        BlobInfo first = datastore.blobs().put(Example.previewed("first".getBytes(StandardCharsets.UTF_8), "first"));
        BlobInfo second = datastore.blobs().put(Example.previewed("second".getBytes(StandardCharsets.UTF_8), "second"));

        flipBit("blob", "preview");
        assertThat(datastore.blobs().find(first.address())).contains(first);
        assertThat(datastore.blobs().find(second.address())).contains(new BlobInfo(second.address(), second.size()));
        assertThat(datastore.blobs().read(second.address())).isEqualTo("second".getBytes(StandardCharsets.UTF_8));

        update("UPDATE blob SET preview = (SELECT preview FROM blob WHERE number = 1) WHERE number = 2");
        assertThat(datastore.blobs().find(second.address())).contains(new BlobInfo(second.address(), second.size()));
        update("UPDATE blob SET preview = x'00'");
        assertThat(datastore.blobs().find(first.address())).contains(new BlobInfo(first.address(), first.size()));
    }

    @Test
    void aRowOfAnotherSizeIsFound() throws SQLException {
        BlobInfo blob = datastore.blobs().put(Example.dullBytes(2000));
        update("UPDATE blob SET size = 1999");

        assertThatThrownBy(() -> datastore.blobs().read(blob.address())).isInstanceOf(CorruptBlobException.class);
    }

    @Test
    void aBitThatFlippedInTheRecordOfATaskIsFound() throws SQLException {
        RunRecord run = Example.run("Flow");
        datastore.runs().create(run);
        datastore
                .runs()
                .commit(Example.commit(Example.task(run.id(), "train/3")))
                .join();
        flipBit("task", "record");
        String message =
                "the datastore `" + datastore.url() + "` failed: the record of attempt 0 of task train/3 of run "
                        + run.id() + " is damaged: its checksum is wrong";

        assertThatThrownBy(() -> datastore.runs().task(run.id(), TaskId.parse("train/3")))
                .isInstanceOf(DatastoreException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> Example.all(datastore.runs().tasks(run.id(), "train")))
                .isInstanceOf(DatastoreException.class)
                .hasMessage(message);
    }

    private void assertDamaged(BlobInfo blob, String how) {
        String message = "the blob " + blob.address() + " in `" + datastore.url() + "` is damaged: " + how
                + ". Restore it from a backup, or repeat the run that stored it";
        assertThatThrownBy(() -> datastore.blobs().read(blob.address()))
                .isInstanceOf(CorruptBlobException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> {
                    try (InputStream stream = datastore.blobs().open(blob.address())) {
                        stream.transferTo(OutputStream.nullOutputStream());
                    }
                })
                .isInstanceOf(CorruptBlobException.class)
                .hasMessage(message);
    }

    private Path file(BlobInfo blob) {
        String digits = blob.address().toString();
        return directory.resolve("blobs").resolve(digits.substring(0, 2)).resolve(digits.substring(2));
    }

    /** Flips a bit in the middle of a column of the newest row. */
    private void flipBit(String table, String column) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            byte[] bytes;
            try (ResultSet result =
                    statement.executeQuery("SELECT " + column + " FROM " + table + " ORDER BY number DESC LIMIT 1")) {
                bytes = result.getBytes(1);
            }
            bytes[bytes.length / 2] ^= 1;
            try (PreparedStatement update = connection.prepareStatement("UPDATE " + table + " SET " + column
                    + " = ? WHERE number = (SELECT max(number) FROM " + table + ")")) {
                update.setBytes(1, bytes);
                update.executeUpdate();
            }
        }
    }

    @Test
    void aLostRequestToStopARunIsNoticed() throws SQLException {
        RunRecord run = Example.run("Flow");
        RunRecord other = Example.run("Flow");
        datastore.runs().create(run);
        datastore.runs().create(other);
        datastore.runs().requestStop(run.id());
        assertThat(datastore.runs().find(run.id()).orElseThrow().stopRequestedAt())
                .isNotNull();

        update("DELETE FROM stop");

        assertThatThrownBy(() -> datastore.runs().find(run.id()))
                .isInstanceOf(DatastoreException.class)
                .hasMessageContaining("a request to stop a run was recorded, but is not found");
        assertThat(datastore.runs().find(other.id()).orElseThrow().stopRequestedAt())
                .isNull();
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
