package dev.cairn.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.CairnException;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.maintenance.GarbageCollection;
import dev.cairn.maintenance.RetentionPolicy;
import dev.cairn.maintenance.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that somebody changed, and gave a right digest: each is refused, and nothing of it can be seen; or it is imported, and then is
 * sound in all that can be verified.
 */
class HostileFilesTest {
    private static final long SEED = Long.getLong("hostile.files.seed", 20261129);
    private static final int FILES = Integer.getInteger("hostile.files", 200);

    /** What is put in place of other text. */
    private static final List<String> SPLICES = List.of(
            "",
            "0",
            "-1",
            "9223372036854775807",
            "\"",
            "\\",
            "\u0000",
            "{",
            "}",
            "[",
            "]",
            ",",
            "null",
            "true",
            "../",
            "FAILED",
            "SUCCEEDED",
            "CAUGHT",
            "start",
            "weigh/1",
            "\\ud800",
            "\n",
            "\"x\":1,",
            "99999999999999999999");

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void export() {
        file = directory.resolve("runs.tar.zst");
        try (Datastore source = Datastore.inMemory()) {
            List<RunId> runs = List.of(Parcels.run(source, 2, "nightly"), Parcels.run(source, 13));
            RunExporter.export(source, runs, file);
        }
    }

    @Test
    void noneIsBelieved() throws IOException {
        int imported = 0;
        int refused = 0;
        for (int number = 0; number < FILES; number++) {
            Random random = new Random(SEED + number);
            Path hostile = directory.resolve("hostile" + number + ".tar.zst");
            mutate(random, hostile);
            try (Datastore target = Datastore.inMemory()) {
                String message;
                try {
                    RunImporter.into(target).read(hostile);
                    message = "";
                    imported++;
                } catch (CairnException e) {
                    message = String.valueOf(e.getMessage());
                    refused++;
                }
                requireSound(target, message, "seed " + (SEED + number));
            }
            Files.delete(hostile);
        }
        // so that both ends are reached often
        assertThat(imported).as("imported, while %s were refused", refused).isBetween(FILES / 40, FILES / 2);
    }

    private void requireSound(Datastore target, String message, String seed) {
        assertThat(runs(target, RunStatus.IMPORTING)).as(seed).isEmpty();
        List<RunRecord> visible = runs(target, null);
        if (message.isEmpty()) {
            assertThat(visible).as(seed).isNotEmpty();
            assertThat(Verification.of(target).problems()).as(seed).isEmpty();
            GarbageCollection.of(target, RetentionPolicy.keepAll()).plan();
            Path again = directory.resolve("again.tar.zst");
            RunExporter.export(target, visible.stream().map(RunRecord::id).toList(), again);
            assertThat(again.toFile().delete()).isTrue();
        } else {
            assertThat(visible).as("%s: %s", seed, message).isEmpty();
            assertThat(message.lines()).as(seed).hasSize(1);
        }
    }

    private static List<RunRecord> runs(Datastore target, RunStatus status) {
        try (Stream<RunRecord> runs = target.runs().list(new RunQuery(null, status, Set.of()))) {
            return runs.toList();
        }
    }

    private void mutate(Random random, Path hostile) throws IOException {
        switch (random.nextInt(10)) {
            case 0 -> {
                byte[] bytes = Files.readAllBytes(file);
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(hostile, bytes);
            }
            case 1 -> {
                byte[] tar = Archive.tarOf(file);
                tar[random.nextInt(tar.length)] ^= (byte) (1 << random.nextInt(8));
                Archive.write(tar, hostile);
            }
            case 2, 3 -> {
                Archive archive = Archive.read(file);
                reorder(random, archive);
                archive.announce().write(hostile);
            }
            default -> {
                Archive archive = Archive.read(file);
                for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
                    splice(random, archive);
                }
                archive.announce().write(hostile);
            }
        }
    }

    private static void reorder(Random random, Archive archive) {
        List<Archive.Entry> entries = archive.entries;
        int one = 1 + random.nextInt(entries.size() - 1);
        int other = 1 + random.nextInt(entries.size() - 1);
        switch (random.nextInt(3)) {
            case 0 -> Collections.swap(entries, one, other);
            case 1 -> entries.add(one, entries.get(other));
            default -> entries.remove(one);
        }
    }

    /** Changes a text of JSON lines where a value is likely to be. */
    private static void splice(Random random, Archive archive) {
        List<String> names = List.of("blobs.jsonl", "runs.jsonl", "logs/", "tasks.jsonl", "files.jsonl");
        int at = archive.find(names.get(random.nextInt(names.size())));
        Archive.Entry entry = archive.entries.get(at);
        String text = entry.text();
        String changed;
        switch (random.nextInt(4)) {
            case 0 -> { // a line less, or one twice
                List<String> lines = new java.util.ArrayList<>(text.lines().toList());
                int line = random.nextInt(lines.size());
                if (random.nextBoolean()) {
                    lines.remove(line);
                } else {
                    lines.add(random.nextInt(lines.size()), lines.get(line));
                }
                changed = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
            }
            case 1 -> { // a character of a text
                int from = random.nextInt(text.length());
                changed = text.substring(0, from) + (char) (' ' + random.nextInt(95)) + text.substring(from + 1);
            }
            default -> {
                int from = text.indexOf(':', random.nextInt(text.length())) + 1;
                int until = Math.min(text.length(), from + random.nextInt(12));
                changed = text.substring(0, from) + SPLICES.get(random.nextInt(SPLICES.size())) + text.substring(until);
            }
        }
        archive.entries.set(at, new Archive.Entry(entry.name(), changed.getBytes(StandardCharsets.UTF_8)));
    }
}
