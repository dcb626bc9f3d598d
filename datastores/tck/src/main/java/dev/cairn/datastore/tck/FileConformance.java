package dev.cairn.datastore;

import static dev.cairn.datastore.Example.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link Runs} promises of the blobs that a run keeps under keys. */
interface FileConformance {
    Datastore datastore();

    private Runs runs() {
        return datastore().runs();
    }

    private RunId newRun() {
        RunRecord run = Example.run("Flow");
        runs().create(run);
        return run.id();
    }

    private BlobInfo blob(int seed) {
        return datastore().blobs().put(Example.randomBytes(100 + seed, seed));
    }

    @Test
    default void aFileIsFoundUnderItsKey() {
        RunId run = newRun();
        BlobInfo content = blob(1);
        runs().putFile(run, "models/best.bin", content, NOW);

        assertThat(runs().file(run, "models/best.bin")).contains(new FileRecord("models/best.bin", content, NOW));
        assertThat(runs().file(run, "models/BEST.bin")).isEmpty();
        assertThat(runs().file(newRun(), "models/best.bin")).isEmpty();
    }

    @Test
    default void theLastContentOfAKeyStays() {
        RunId run = newRun();
        runs().putFile(run, "checkpoint", blob(1), NOW);
        runs().putFile(run, "checkpoint", blob(2), NOW.plusSeconds(1));

        assertThat(Example.all(runs().files(run, "")))
                .containsExactly(new FileRecord("checkpoint", blob(2), NOW.plusSeconds(1)));
    }

    @Test
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
    default void manyFilesAreListed() {
        RunId run = newRun();
        BlobInfo content = blob(1);
        List<String> keys = new ArrayList<>();
        for (int i = 1000; i < 1600; i++) {
            keys.add("part-" + i);
            runs().putFile(run, "part-" + i, content, NOW);
        }

        assertThat(Example.all(runs().files(run, "part-").map(FileRecord::key))).isEqualTo(keys);
    }
}
