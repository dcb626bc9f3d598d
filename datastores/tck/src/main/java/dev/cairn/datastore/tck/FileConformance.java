package dev.cairn.datastore.tck;

import static dev.cairn.datastore.tck.Example.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.Runs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link Runs} promises of the blobs that a run keeps under keys. */
interface FileConformance extends StoreUnderTest {
    private BlobInfo blob(int seed) {
        return blobs().put(Example.randomBytes(100 + seed, seed));
    }

    @Test
    @Promise("Runs.file finds what the run keeps under the key")
    default void aFileIsFoundUnderItsKey() {
        RunId run = newRun();
        BlobInfo content = blob(1);
        runs().putFile(run, "models/best.bin", content, NOW);

        assertThat(runs().file(run, "models/best.bin")).contains(new FileRecord("models/best.bin", content, NOW));
        assertThat(runs().file(run, "models/BEST.bin")).isEmpty();
        assertThat(runs().file(newRun(), "models/best.bin")).isEmpty();
    }

    @Test
    @Promise("Runs.putFile replaces what the run kept under the key")
    default void theLastContentOfAKeyStays() {
        RunId run = newRun();
        runs().putFile(run, "checkpoint", blob(1), NOW);
        runs().putFile(run, "checkpoint", blob(2), NOW.plusSeconds(1));

        assertThat(Example.all(runs().files(run, "")))
                .containsExactly(new FileRecord("checkpoint", blob(2), NOW.plusSeconds(1)));
    }

    @Test
    @Promise("Runs.files lists keys by prefix, sorted by their code points")
    default void filesAreListedByPrefixInTheOrderOfTheirCodePoints() {
        RunId run = newRun();
        List<String> keys = List.of("", "../up", "/abs", "a", "a\0", "a'b", "aa", "b", "é", "\uFFEE", "\uD83D\uDE00");
        List<String> reversed = new ArrayList<>(keys);
        Collections.reverse(reversed);
        reversed.forEach(key -> runs().putFile(run, key, blob(1), NOW));

        assertThat(Example.all(runs().files(run, "").map(FileRecord::key))).isEqualTo(keys);
        assertThat(Example.all(runs().files(run, "a").map(FileRecord::key))).containsExactly("a", "a\0", "a'b", "aa");
        assertThat(Example.all(runs().files(run, "c"))).isEmpty();
    }

    @Test
    @Promise("Runs.files lists every key once, even while keys are added")
    default void manyFilesAreListed() {
        RunId run = newRun();
        BlobInfo content = blob(1);
        List<String> keys = new ArrayList<>();
        for (int i = 1000; i < 1600; i++) {
            keys.add("part-" + i);
            runs().putFile(run, "part-" + i, content, NOW);
        }

        assertThat(Example.all(runs().files(run, "part-").map(FileRecord::key))).isEqualTo(keys);
        List<String> seen = new ArrayList<>();
        try (Stream<FileRecord> files = runs().files(run, "part-")) {
            files.limit(2000).forEach(file -> {
                seen.add(file.key());
                if (seen.size() % 100 == 0) {
                    runs().putFile(run, "before-" + seen.size(), content, NOW);
                }
            });
        }
        assertThat(seen).isEqualTo(keys);
    }

    @Test
    @Promise("Runs.files uses a prefix as plain text: no character is a wildcard")
    default void aPrefixIsNoPattern() {
        RunId run = newRun();
        List<String> keys = List.of("%", "*", "?", "A", "[ab]", "\\", "_", "a", "a%", "a_", "ab");
        keys.forEach(key -> runs().putFile(run, key, blob(1), NOW));

        assertThat(Example.all(runs().files(run, "").map(FileRecord::key))).isEqualTo(keys);
        for (String prefix : List.of("%", "*", "?", "A", "[ab]", "\\", "_", "a%", "a_")) {
            assertThat(Example.all(runs().files(run, prefix).map(FileRecord::key)))
                    .containsExactly(prefix);
        }
    }

    @Test
    @Promise("Runs.putFile accepts any text of any length as a key, and never uses it as part of a path")
    default void aKeyMayBeAnyText() {
        RunId run = newRun();
        List<String> keys = List.of(
                "../".repeat(50) + "etc/passwd",
                "./etc/passwd",
                "etc/passwd",
                "C:\\con",
                "a".repeat(10_000),
                "\n\r\t\u001b[2J",
                "'; DROP TABLE file; --",
                "\uD83D\uDE00\u202E\uFFFF");
        for (int i = 0; i < keys.size(); i++) {
            runs().putFile(run, keys.get(i), blob(i), NOW.plusSeconds(i));
        }

        for (int i = 0; i < keys.size(); i++) {
            assertThat(runs().file(run, keys.get(i)))
                    .contains(new FileRecord(keys.get(i), blob(i), NOW.plusSeconds(i)));
        }
        assertThat(Example.all(runs().files(run, ""))).hasSize(keys.size());
    }
}
