package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.file.PowerLoss.Fate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power goes after each operation of a {@link StoreLife}: what was acknowledged is there, and nothing is there by half, whatever became of
 * that which was not forced. {@code -Dpower.every=1} tries all, and not only a part; {@code -Dcairn.seed} chooses others.
 */
class PowerLossTest {
    private static final int EVERY = Integer.getInteger("power.every", 20);
    private static final long SEED = Long.getLong("cairn.seed", 20261130);

    @TempDir
    private Path directory;

    private Path parent;
    private Recording recording;
    private List<Recording.Step> steps;
    private int tried;

    @BeforeEach
    void record() throws IOException {
        parent = directory.resolve("life");
        StoreLife.prepare(parent);
        copy(parent, directory.resolve("before"));
        recording = new Recording();
        new StoreLife(parent, new ObservedDisk(recording), recording::acknowledge).live();
        steps = recording.steps();
    }

    @AfterEach
    void close() throws IOException {
        recording.close();
    }

    @Test
    void nothingIsLostThatWasAcknowledged() throws IOException {
        PowerLoss disk = disk(SEED);
        for (int done = 0; done <= steps.size(); done++) {
            boolean chosen = done % EVERY == 0;
            if (recording.hasFact(done) || chosen) {
                require(disk, done, Fate.LOST);
            }
            if (chosen) {
                require(disk, done, Fate.KEPT);
                require(disk, done, Fate.RANDOM);
                require(disk, done, Fate.RANDOM);
            }
            if (done < steps.size()) {
                if (chosen || EVERY == 1) {
                    requireUnfinished(disk, done);
                }
                disk.add(steps.get(done));
            }
        }
        System.out.println("the power went " + tried + " times within " + steps.size() + " operations, seed " + SEED);
        assertThat(tried).isGreaterThan(50);
    }

    /** Without any single line that forces something, something is lost. */
    @Test
    void everyForceIsNeeded() throws IOException {
        Set<String> callers = new TreeSet<>();
        for (Recording.Step step : steps) {
            if (isForce(step)) {
                callers.add(step.caller());
            }
        }
        TreeMap<String, String> needed = new TreeMap<>();
        for (String caller : callers) {
            needed.put(
                    caller,
                    String.valueOf(
                            firstLoss(step -> isForce(step) && step.caller().equals(caller))));
        }
        needed.forEach((caller, loss) -> System.out.println("without " + caller + ": " + loss));
        assertThat(needed).doesNotContainValue("null").hasSize(9);
    }

    private static boolean isForce(Recording.Step step) {
        return step.operation() instanceof Operation.Force || step.operation() instanceof Operation.ForceNames;
    }

    /** SQLite forces what it commits because it is told to. */
    @Test
    void commitsThatAreNotForcedAreLost() throws IOException {
        assertThat(firstLoss(step -> false, true)).isNotNull();
    }

    private @Nullable String firstLoss(Predicate<Recording.Step> leftOut) throws IOException {
        return firstLoss(leftOut, false);
    }

    /** What is lost first if some operations are not done; null if nothing is. */
    private @Nullable String firstLoss(Predicate<Recording.Step> leftOut, boolean lazySqlite) throws IOException {
        PowerLoss disk = disk(SEED);
        boolean another = lazySqlite;
        for (int done = 0; done <= steps.size(); done++) {
            if (another && recording.hasFact(done)) {
                try {
                    require(disk, done, Fate.LOST);
                } catch (AssertionError | DatastoreException e) {
                    List<String> facts = recording.facts(done);
                    return "`" + facts.get(facts.size() - 1) + "` is not true after the power went";
                }
            }
            if (done < steps.size() && leftOut.test(steps.get(done))) {
                another = true;
            } else if (done < steps.size()) {
                disk.add(lazySqlite ? lazy(steps.get(done)) : steps.get(done));
            }
        }
        return null;
    }

    private static Recording.Step lazy(Recording.Step step) {
        Recording.Snapshot after = step.after();
        return after == null
                ? step
                : new Recording.Step(
                        step.operation(), step.caller(), new Recording.Snapshot(false, after.database(), after.log()));
    }

    private PowerLoss disk(long seed) throws IOException {
        PowerLoss disk = new PowerLoss(seed);
        disk.add(directory.resolve("before"), parent);
        return disk;
    }

    private void require(PowerLoss disk, int done, Fate fate) throws IOException {
        Path target = directory.resolve("after");
        disk.write(fate, parent, target);
        requireFacts(done, target, fate.toString());
    }

    /** The next operation, if it is a change of a database, had only begun. */
    private void requireUnfinished(PowerLoss disk, int done) throws IOException {
        Recording.Step step = steps.get(done);
        Recording.Snapshot after = step.after();
        if (after == null || !after.durable() || after.log() == null) {
            return;
        }
        Path log = Path.of(step.operation().path() + "-wal");
        List<byte[]> logs = PowerLoss.unfinished(disk.content(log), after.log());
        for (int i = 0; i < logs.size(); i++) {
            Path target = directory.resolve("after");
            disk.write(Fate.LOST, parent, target);
            Path there = target.resolve(parent.relativize(log));
            if (Files.isDirectory(there.getParent())) {
                Files.write(there, logs.get(i));
            }
            requireFacts(done, target, "LOST, with part " + i + " of the next change");
        }
    }

    private void requireFacts(int done, Path target, String how) throws IOException {
        tried++;
        String what = "after " + done + " operations, " + how + ": " + (done == 0 ? "" : steps.get(done - 1));
        try {
            StoreFacts.require(recording.facts(done), target, where(done, target));
        } catch (AssertionError e) {
            throw new AssertionError(what + "\n" + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new DatastoreException(what + "\n" + e.getMessage(), e);
        } finally {
            delete(target);
        }
    }

    /** The datastore that the operations before were about. */
    private Path where(int done, Path target) {
        for (int i = done - 1; i >= 0; i--) {
            Optional<Path> where = StoreLife.where(steps.get(i).operation().path(), parent);
            if (where.isPresent()) {
                return target.resolve(parent.relativize(where.get()));
            }
        }
        return StoreLife.store(target);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            paths.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
