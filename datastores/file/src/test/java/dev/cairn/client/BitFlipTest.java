package dev.cairn.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.CorruptBlobException;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.maintenance.Verification;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One bit of the database flips, anywhere: whatever is read of it after is what was written, or an exception that says so. No run
 * and no task vanishes, or changes its place.
 */
class BitFlipTest {
    private static final long SEED = Long.getLong("cairn.flips.seed", 20261129);
    private static final int LOSSES = Integer.getInteger("cairn.losses", 1);
    private static final int LEADS = Integer.getInteger("cairn.leads", 10);
    private static final int FLIPS = Integer.getInteger("cairn.flips", 24);
    private static final int FILE_FLIPS = Math.max(FLIPS, 200);

    /** Each so manieth bit of those instead; 1 for all, which takes most of an hour of two processors. */
    private static final int EVERY = Integer.getInteger("cairn.flips.every", 0);

    private static final int PAGE_BYTES = 8192;

    @TempDir
    private Path parent;

    private Path sound;
    private Everything everything;
    private Map<String, String> right;

    @BeforeEach
    void fill() throws Exception {
        sound = parent.resolve("sound");
        Products.store(sound);
        Products.storeLoops(sound);
        try (Datastore datastore = Datastore.of("file:" + sound)) {
            everything = Everything.of(datastore);
            right = everything.answers(datastore);
        }
        assertThat(right).doesNotContainValue(Everything.NOTICED).hasSizeGreaterThan(100);
    }

    @Test
    void noFlippedBitIsBelieved() throws Exception {
        byte[] database = Files.readAllBytes(sound.resolve("store.db"));
        Random random = new Random(SEED);
        int[] all = bits(database, random);
        int[] bits = EVERY > 0
                ? IntStream.range(0, all.length)
                        .filter(at -> at % EVERY == 0)
                        .map(at -> all[at])
                        .toArray()
                : IntStream.range(0, FLIPS)
                        .map(flip -> all[random.nextInt(all.length)])
                        .toArray();
        Map<Integer, List<String>> overlooked = new ConcurrentSkipListMap<>();
        Map<Integer, List<String>> unverified = new ConcurrentSkipListMap<>();
        AtomicInteger flips = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger noticed = new AtomicInteger();
        AtomicInteger harmless = new AtomicInteger();
        IntStream.of(bits).parallel().forEach(bit -> {
            byte[] damaged = database.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            Path copy = copy(sound, parent.resolve("flip" + bit), damaged);
            try (Datastore datastore = Datastore.of("file:" + copy)) {
                Map<String, String> given = everything.answers(datastore);
                List<String> wrong = Everything.wrong(right, given);
                if (!wrong.isEmpty()) {
                    overlooked.put(bit, wrong);
                } else if (given.equals(right)) {
                    harmless.incrementAndGet();
                } else {
                    noticed.incrementAndGet();
                    if (Verification.of(datastore).problems().isEmpty()) {
                        unverified.put(bit, Everything.noticed(given));
                    }
                }
            } catch (DatastoreException e) {
                refused.incrementAndGet();
            } catch (Exception e) {
                throw new AssertionError("bit " + bit, e);
            }
            delete(copy);
            int done = flips.incrementAndGet();
            if (done % 2000 == 0) {
                System.out.println(done + " of " + bits.length + " flips done, " + overlooked.size() + " overlooked");
            }
        });
        String counts = bits.length + " flips, seed " + SEED + ": " + refused + " stores refused, " + noticed
                + " noticed in what was" + " read, " + harmless + " without effect, " + overlooked.size()
                + " overlooked";
        System.out.println(counts);
        assertThat(overlooked).as(counts).isEmpty();
        assertThat(unverified).as("not found by verify").isEmpty();
        assertThat(refused.get() + noticed.get() + harmless.get()).isEqualTo(bits.length);
        assertThat(refused.get() + noticed.get())
                .isGreaterThan(bits.length / 5); // about half, but of a few it may be less
    }

    /** One bit of the file of a large value flips: of each byte of it one with {@code -Dcairn.flips.every=1}. */
    @Test
    void noFlippedBitOfAFileIsBelieved() throws IOException {
        Path file;
        try (Stream<Path> files = Files.walk(sound.resolve("blobs"))) {
            file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        byte[] content = Files.readAllBytes(file);
        String digits = sound.resolve("blobs").relativize(file).toString().replace("/", "");
        Address address = Address.parse(digits);
        Random random = new Random(SEED);
        int flips = 0;
        try (Datastore datastore = Datastore.of("file:" + sound);
                RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
            for (int at = 0; at < content.length; at += EVERY == 1 ? 1 : content.length / FILE_FLIPS) {
                damaged.seek(at);
                damaged.write(content[at] ^ 1 << random.nextInt(8));
                assertThatThrownBy(() -> datastore.blobs().read(address))
                        .as("byte %s", at)
                        .isInstanceOf(CorruptBlobException.class);
                flips++;
                damaged.seek(at);
                damaged.write(content[at]);
            }
            assertThat(Address.ofContent(datastore.blobs().read(address))).isEqualTo(address);
        }
        System.out.println(flips + " flips in a file, seed " + SEED + ": none overlooked");
        assertThat(flips).isGreaterThanOrEqualTo(FILE_FLIPS);
    }

    /** In the index a text became bytes: no id is equal to it then, though it is read as it was, and is in its place. */
    @Test
    void aRunThatItsIndexDoesNotLeadToIsNotTakenForNone() throws Exception {
        byte[] database = Files.readAllBytes(sound.resolve("store.db"));
        String newest;
        try (Datastore datastore = Datastore.of("file:" + sound);
                Stream<RunRecord> runs = datastore.runs().list(RunQuery.all())) {
            newest = runs.findFirst().orElseThrow().id().value();
        }
        int textType = 2 * newest.length() + 13;
        String content = new String(database, StandardCharsets.ISO_8859_1);
        int entry = -1;
        for (int at = content.indexOf(newest); at >= 0; at = content.indexOf(newest, at + 1)) {
            if (database[at - 3] == 3
                    && database[at - 2] == textType) { // a header of two values: the id, and the number of the row
                entry = at - 2;
            }
        }
        assertThat(entry).isPositive();
        byte[] damaged = database.clone();
        damaged[entry] ^= 1;
        Path copy = copy(sound, parent.resolve("hidden"), damaged);

        try (Datastore datastore = Datastore.of("file:" + copy)) {
            assertThatThrownBy(() -> datastore.runs().find(new RunId(newest)))
                    .isInstanceOf(DatastoreException.class)
                    .hasMessageContaining("the index of its runs is damaged: it does not lead to run " + newest);
            assertThat(Everything.wrong(right, everything.answers(datastore))).isEmpty();
            assertThat(Verification.of(datastore).problems()).isNotEmpty();
        }
    }

    /** As a flipped bit in the number of a row would have it. */
    @ParameterizedTest
    @CsvSource({"task, task_position", "run, run_flow"})
    void anIndexThatLeadsToAnotherRowIsNotBelieved(String table, String index) throws Exception {
        byte[] database = Files.readAllBytes(sound.resolve("store.db"));
        Random random = new Random(SEED);
        for (int lead = 0; lead < LEADS; lead++) {
            Path copy = copy(sound, parent.resolve(index + lead), database);
            exchangeEntries(copy.resolve("store.db"), table, index, random);
            try (Datastore datastore = Datastore.of("file:" + copy)) {
                Map<String, String> given = everything.answers(datastore);
                assertThat(Everything.wrong(right, given)).isEmpty();
                assertThat(given).containsValue(Everything.NOTICED);
                assertThat(Verification.of(datastore).problems()).isNotEmpty();
            }
            delete(copy);
        }
    }

    /** Gives two rows each other's place in an index: one of expressions, which then becomes the one that it had been. */
    private static void exchangeEntries(Path database, String table, String index, Random random) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            String sql = text(statement, "SELECT sql FROM sqlite_schema WHERE name = '" + index + "'");
            int rows = Integer.parseInt(text(statement, "SELECT count(*) FROM " + table));
            int one = 1 + random.nextInt(rows);
            int other = 1 + (one + random.nextInt(rows - 1)) % rows;
            List<String> columns = new ArrayList<>();
            for (String column : sql.replaceAll(".*[(]|[)]", "").split(", ")) {
                String value = "SELECT quote(" + column + ") FROM " + table + " WHERE number = ";
                columns.add("CASE number WHEN " + one + " THEN " + text(statement, value + other) + " WHEN " + other
                        + " THEN " + text(statement, value + one) + " ELSE " + column + " END");
            }
            statement.execute("DROP INDEX " + index);
            statement.execute("CREATE INDEX " + index + " ON " + table + " (" + String.join(", ", columns) + ")");
            statement.execute("PRAGMA writable_schema = 1");
            statement.execute("UPDATE sqlite_schema SET sql = '" + sql + "' WHERE name = '" + index + "'");
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.getString(1);
        }
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

    /**
     * One bit of each byte that holds something, and all bits of those of indexes, where one leads elsewhere: most of a small database
     * is free space, where nothing can be damaged.
     */
    private static int[] bits(byte[] database, Random random) {
        return IntStream.range(0, database.length)
                .filter(at -> IntStream.rangeClosed(Math.max(0, at - 4), Math.min(database.length - 1, at + 4))
                        .anyMatch(near -> database[near] != 0))
                .flatMap(at -> isInIndex(database, at)
                        ? IntStream.range(8 * at, 8 * at + 8)
                        : IntStream.of(8 * at + random.nextInt(8)))
                .toArray();
    }

    /** See "B-tree Pages" in SQLite's "Database File Format": the first byte of a page is its type, 2 or 10 for one of an index. */
    private static boolean isInIndex(byte[] database, int at) {
        int type = database[at - at % PAGE_BYTES];
        return at >= PAGE_BYTES && (type == 2 || type == 10);
    }

    private static Path copy(Path from, Path to, byte[] database) {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else if (path.getFileName().toString().equals("store.db")) {
                    Files.write(target, database);
                } else if (path.startsWith(from.resolve("blobs"))) {
                    Files.createLink(target, path);
                } else {
                    Files.copy(path, target);
                }
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
