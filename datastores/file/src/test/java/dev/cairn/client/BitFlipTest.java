package dev.cairn.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.maintenance.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One bit of the database flips, anywhere: whatever is read of it after is what was written, or an exception that says so. No run
 * and no task vanishes, or changes its place.
 */
class BitFlipTest {
    private static final long SEED = Long.getLong("cairn.flips.seed", 20261129);
    private static final int LOSSES = Integer.getInteger("cairn.losses", 1);
    private static final int FLIPS = Integer.getInteger("cairn.flips", 16);

    @TempDir
    private Path parent;

    private Path sound;
    private Everything everything;
    private Map<String, String> right;

    @BeforeEach
    void fill() throws Exception {
        sound = parent.resolve("sound");
        Products.store(sound);
        try (Datastore datastore = Datastore.of("file:" + sound)) {
            everything = Everything.of(datastore);
            right = everything.answers(datastore);
        }
        assertThat(right).doesNotContainValue(Everything.NOTICED).hasSizeGreaterThan(100);
    }

    @Test
    void noFlippedBitIsBelieved() throws Exception {
        byte[] database = Files.readAllBytes(sound.resolve("store.db"));
        int[] used = used(database);

        Random random = new Random(SEED);
        Map<Integer, List<String>> overlooked = new LinkedHashMap<>();
        int refused = 0;
        int noticed = 0;
        int harmless = 0;
        for (int flip = 0; flip < FLIPS; flip++) {
            int bit = 8 * used[random.nextInt(used.length)] + random.nextInt(8);
            byte[] damaged = database.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            Path copy = copy(sound, parent.resolve("flip" + flip), damaged);
            try (Datastore datastore = Datastore.of("file:" + copy)) {
                Map<String, String> given = everything.answers(datastore);
                List<String> wrong = Everything.wrong(right, given);
                if (!wrong.isEmpty()) {
                    overlooked.put(bit, wrong);
                } else if (given.equals(right)) {
                    harmless++;
                } else {
                    noticed++;
                    assertThat(Verification.of(datastore).problems())
                            .as("verification of flip %s", bit)
                            .isNotEmpty();
                }
            } catch (DatastoreException e) {
                refused++;
            }
            delete(copy);
        }
        String counts =
                FLIPS + " flips, seed " + SEED + ": " + refused + " stores refused, " + noticed + " noticed in what was"
                        + " read, " + harmless + " without effect, " + overlooked.size() + " overlooked";
        System.out.println(counts);
        assertThat(overlooked).as(counts).isEmpty();
        assertThat(refused + noticed + harmless).isEqualTo(FLIPS);
        assertThat(refused + noticed).isGreaterThan(FLIPS / 2);
    }

    /** As a flipped bit in the type of a value would have it. */
    @Test
    void noValueThatBecameNullIsBelieved() throws Exception {
        byte[] database = Files.readAllBytes(sound.resolve("store.db"));
        Map<String, List<String>> overlooked = new LinkedHashMap<>();
        int harmless = 0;
        List<String> columns = columns(sound);
        Random random = new Random(SEED);
        for (String column : Collections.nCopies(LOSSES, columns).stream()
                .flatMap(List::stream)
                .toList()) {
            Path copy = copy(sound, parent.resolve(column), database);
            forget(copy.resolve("store.db"), column, random);
            try (Datastore datastore = Datastore.of("file:" + copy)) {
                Map<String, String> given = everything.answers(datastore);
                List<String> wrong = Everything.wrong(right, given);
                if (!wrong.isEmpty()) {
                    overlooked.put(column, wrong);
                } else if (given.equals(right)) {
                    harmless++;
                } else {
                    assertThat(Verification.of(datastore).problems())
                            .as("verification without %s", column)
                            .isNotEmpty();
                }
            } catch (DatastoreException e) {
                assertThat(e).hasMessageContaining(copy.toString());
            }
            delete(copy);
        }

        assertThat(overlooked).isEmpty();
        assertThat(harmless).isLessThan(LOSSES * columns.size() / 2); // a zero, or of a blob that nobody asks for
    }

    /** {@code table.column} for all columns that are never NULL, and can be. */
    private static List<String> columns(Path store) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection connection = connect(store.resolve("store.db"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT t.name || '.' || c.name FROM sqlite_schema t,"
                        + " pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND c.\"notnull\""
                        + " AND NOT c.pk AND t.name NOT IN ('deleted', 'stop') ORDER BY 1")) {
            while (result.next()) {
                columns.add(result.getString(1));
            }
        }
        return columns;
    }

    private static void forget(Path database, String column, Random random) throws SQLException {
        String table = column.substring(0, column.indexOf('.'));
        String name = column.substring(table.length() + 1);
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA writable_schema = 1");
            statement.execute("UPDATE sqlite_schema SET sql = replace(sql, ' NOT NULL', '') WHERE type = 'table'");
        }
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            int rows = statement.executeUpdate("UPDATE " + table + " SET " + name + " = NULL WHERE " + name
                    + " = (SELECT " + name + " FROM " + table + " ORDER BY 1 LIMIT 1 OFFSET "
                    + random.nextInt(1_000_000) + " % (SELECT count(*) FROM " + table + "))");
            assertThat(rows).isPositive();
        }
    }

    private static Connection connect(Path database) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + database);
    }

    /** The bytes that hold something: most of a small database is free space, where nothing can be damaged. */
    private static int[] used(byte[] database) {
        return IntStream.range(0, database.length)
                .filter(at -> IntStream.rangeClosed(Math.max(0, at - 4), Math.min(database.length - 1, at + 4))
                        .anyMatch(near -> database[near] != 0))
                .toArray();
    }

    private static Path copy(Path from, Path to, byte[] database) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(from)) {
            walk.forEach(paths::add);
        }
        for (Path path : paths) {
            Path target = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(target);
            } else if (path.getFileName().toString().equals("store.db")) {
                Files.write(target, database);
            } else {
                Files.createLink(target, path);
            }
        }
        return to;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
