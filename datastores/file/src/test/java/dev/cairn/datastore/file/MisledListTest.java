package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A long list of runs is read in pages, each of which starts with a search in an index. An id in it that became a later or an earlier one
 * may lead the search past some runs: then there is no list rather than a shorter one.
 */
class MisledListTest {
    private static final int RUNS = 700;
    private static final int STRIDE = 23;
    private static final int PAGE_BYTES = 8192;

    @TempDir
    private Path parent;

    private final List<RunId> newestFirst = new ArrayList<>();
    private byte[] database;

    @BeforeEach
    void fill() throws IOException {
        Path sound = parent.resolve("sound");
        try (Datastore datastore = Datastore.of("file:" + sound)) {
            for (int i = 0; i < RUNS; i++) {
                RunRecord run = Example.run("Flow");
                datastore.runs().create(run);
                newestFirst.add(run.id());
            }
        }
        newestFirst.sort(Comparator.reverseOrder());
        database = Files.readAllBytes(sound.resolve("store.db"));
    }

    @Test
    void noPageOfAListIsShorterWithoutAWord() throws IOException {
        String content = new String(database, StandardCharsets.ISO_8859_1);
        int noticed = 0;
        for (int run = 0; run < RUNS; run += STRIDE) {
            String id = newestFirst.get(run).value();
            for (int at = content.indexOf(id); at >= 0; at = content.indexOf(id, at + 1)) {
                int type = database[at - at % PAGE_BYTES];
                if (type != 2 && type != 10) {
                    continue; // no page of an index: see "B-tree Pages" in SQLite's "Database File Format"
                }
                for (byte digit : new byte[] {'0', '9'}) { // of its year
                    byte[] damaged = database.clone();
                    damaged[at] = digit;
                    noticed += isNoticed(damaged) ? 1 : 0;
                }
            }
        }
        // in two indexes; what is left of pages that were split means nothing
        assertThat(noticed).isGreaterThanOrEqualTo(2 * 2 * ((RUNS + STRIDE - 1) / STRIDE));
    }

    /** Whether both lists fail; otherwise each has to be whole. */
    private boolean isNoticed(byte[] damaged) throws IOException {
        Path directory = Files.createDirectory(parent.resolve("damaged"));
        Files.write(directory.resolve("store.db"), damaged);
        int failures = 0;
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            for (RunQuery query : List.of(RunQuery.all(), new RunQuery("Flow", null, Set.of()))) {
                try (Stream<RunRecord> runs = datastore.runs().list(query)) {
                    assertThat(runs.map(RunRecord::id).toList()).isEqualTo(newestFirst);
                } catch (DatastoreException e) {
                    failures++;
                }
            }
        } finally {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return failures > 0;
    }
}
