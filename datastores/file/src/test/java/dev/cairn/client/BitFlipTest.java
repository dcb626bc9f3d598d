package dev.cairn.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One bit of the database flips, anywhere: whatever is read of it after is what was written, or an exception that says so. No run
 * and no task vanishes, or changes its place.
 */
class BitFlipTest {
    private static final long SEED = Long.getLong("cairn.flips.seed", 20261129);
    private static final int FLIPS = Integer.getInteger("cairn.flips", 24);

    @TempDir
    private Path parent;

    @Test
    void noFlippedBitIsBelieved() throws Exception {
        Path sound = parent.resolve("sound");
        Products.store(sound);
        Everything everything;
        Map<String, String> right;
        try (Datastore datastore = Datastore.of("file:" + sound)) {
            everything = Everything.of(datastore);
            right = everything.answers(datastore);
        }
        assertThat(right).doesNotContainValue(Everything.NOTICED).hasSizeGreaterThan(100);
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
