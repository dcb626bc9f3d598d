package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.maintenance.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a {@link StoreLife} was told to be durable, and whether it is. */
final class StoreFacts {
    /** As many as were in the store of the older format. */
    private static final int OLD_RUNS = 2;

    private StoreFacts() {}

    /**
     * Requires that all is there that was acknowledged, nothing by half, and that it can go on, after the end of the process that
     * lived.
     *
     * @param lines what it told
     * @param where the directory of that part of its life of which something may be lost
     */
    static void require(List<String> lines, Path parent, Path where) {
        if (where.equals(StoreLife.store(parent))) {
            requireStore(lines, where);
        } else if (where.equals(StoreLife.backup(parent))) {
            requireBackup(lines, where);
        } else {
            requireOld(lines, where);
        }
    }

    private static void requireStore(List<String> lines, Path where) {
        try (Datastore datastore = FileStore.open(where)) {
            requireAll(lines, datastore);
            goOn(datastore);
        }
    }

    /** It is no datastore before it is one as a whole. */
    private static void requireBackup(List<String> lines, Path where) {
        if (Files.exists(where.resolve("store.db")) || lines.contains("copied")) {
            requireStore(lines.subList(0, lines.indexOf("copying")), where);
        }
    }

    private static void requireOld(List<String> lines, Path where) {
        try (Datastore datastore = FileStore.open(where)) {
            assertThat(Example.all(datastore.runs().list(RunQuery.all()))).hasSize(OLD_RUNS);
            if (lines.contains("old 16")) {
                requireValue(datastore, 16);
            }
            assertThat(Verification.of(datastore).problems()).isEmpty();
            goOn(datastore);
        }
    }

    private static void requireAll(List<String> lines, Datastore datastore) {
        assertThat(Verification.of(datastore).problems()).isEmpty();
        int collecting = lines.indexOf("collecting");
        for (int i = 0; i < lines.size(); i++) {
            String[] words = lines.get(i).split(" ");
            if (words[0].equals("value")) {
                if (i > collecting) {
                    requireValue(datastore, Integer.parseInt(words[1]));
                }
            } else if (words.length > 1 && !words[0].equals("old")) {
                requireOfRun(lines, datastore, words);
            }
        }
    }

    private static void requireOfRun(List<String> lines, Datastore datastore, String[] words) {
        RunId run = new RunId(words[1]);
        RunRecord record = datastore.runs().find(run).orElse(null);
        if (record == null) {
            assertThat(lines).as("run %s, which is not there", run).contains("deleting " + run);
            return;
        }
        switch (words[0]) {
            case "task" -> requireTask(datastore, run, words);
            case "file" -> {
                Address address = datastore
                        .runs()
                        .file(run, words[2])
                        .orElseThrow()
                        .content()
                        .address();
                assertThat(datastore.blobs().read(address)).isEqualTo(StoreLife.value(Integer.parseInt(words[3])));
            }
            case "tag" -> assertThat(record.tags()).contains(words[2]);
            case "end" -> assertThat(record.status()).isEqualTo(RunStatus.SUCCEEDED);
            case "died" -> assertThat(record.status()).isEqualTo(RunStatus.DIED);
            default -> assertThat(words[0]).isIn("run", "deleting");
        }
    }

    private static void requireTask(Datastore datastore, RunId run, String[] words) {
        List<TaskRecord> attempts = datastore.runs().attempts(run, TaskId.parse("work/" + words[2]));
        assertThat(attempts).hasSize(1);
        Address address = attempts.get(0).artifacts().get("data").address();
        assertThat(datastore.blobs().read(address)).isEqualTo(StoreLife.value(Integer.parseInt(words[3])));
    }

    private static void requireValue(Datastore datastore, int number) {
        byte[] value = StoreLife.value(number);
        assertThat(datastore.blobs().read(Address.ofContent(value))).isEqualTo(value);
    }

    /** Whoever comes after can write and read, values that are there and others. */
    private static void goOn(Datastore datastore) {
        RunRecord run = Example.run("Flow");
        datastore.runs().create(run);
        List<Integer> numbers = new ArrayList<>(List.of(4, 5, 28, 29));
        for (int number : numbers) {
            datastore.blobs().put(StoreLife.value(number));
            assertThat(datastore
                            .runs()
                            .commit(Example.commit(StoreLife.record(run.id(), number, number)))
                            .join())
                    .isEqualTo(CommitResult.COMMITTED);
            requireValue(datastore, number);
        }
    }
}
