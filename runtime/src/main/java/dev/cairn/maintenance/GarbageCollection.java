package dev.cairn.maintenance;

import dev.cairn.codec.schema.Schema;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.CorruptBlobException;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.NoSuchBlobException;
import dev.cairn.datastore.RunLife;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.runtime.internal.AddressSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Deletes the runs that a policy does not keep, then the blobs that no run refers to. It works beside runs that go on, also in other
 * processes, and loses nothing of them:
 *
 * <ul>
 *   <li>a run that is alive is never deleted, and one that died is first taken from its old process
 *   <li>a blob is deleted only if no run that was there when the collection looked refers to it, and if nobody has put it, or committed a
 *       task that refers to it, since an hour before, by the clock of the datastore
 *   <li>a task that took longer from putting a value to its commit is not committed if the value is gone
 *   <li>schemas are never deleted: they are few and small
 * </ul>
 *
 * <p>It can be interrupted at any moment, and run again. Two of them at once do no harm. Thread-safe.
 */
public final class GarbageCollection {
    /** A task may put a value, and commit what refers to it only after so long. */
    private static final Duration GRACE = Duration.ofHours(1);

    /** An import that was begun so long ago is dropped: its process has died. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private static final RunQuery IMPORTS = new RunQuery(null, RunStatus.IMPORTING, Set.of());

    /** So many blobs are deleted at once. */
    private static final int BATCH = 1000;

    private static final int SCHEMA_BEGINNING = 64;

    private final Datastore datastore;
    private final RetentionPolicy policy;
    private final Clock clock;
    private final Duration grace;

    private GarbageCollection(Datastore datastore, RetentionPolicy policy, Clock clock, Duration grace) {
        this.datastore = datastore;
        this.policy = policy;
        this.clock = clock;
        this.grace = grace;
    }

    /**
     * {@return a collection of all that nothing refers to, and of the runs that {@code policy} does not keep} Nothing is deleted before
     * {@link #run}.
     *
     * @param datastore where to collect; the caller closes it
     * @param policy which runs to keep
     */
    public static GarbageCollection of(Datastore datastore, RetentionPolicy policy) {
        return new GarbageCollection(datastore, policy, Clock.systemUTC(), GRACE);
    }

    /**
     * {@return this collection by another clock: that of the datastore, if it is not that of this machine}
     *
     * @param other gives the time by which ages of runs and of blobs are measured
     */
    public GarbageCollection withClock(Clock other) {
        return new GarbageCollection(datastore, policy, other, grace);
    }

    /**
     * {@return this collection with another time for which a blob stays after it was put; one hour by default} A task needs it that puts a
     * value early, and commits late.
     *
     * @param other the time for which a blob stays, at least zero
     * @throws IllegalArgumentException if it is negative
     */
    public GarbageCollection withGrace(Duration other) {
        if (other.isNegative()) {
            throw new IllegalArgumentException("the time for which unused blobs stay is negative: " + other);
        }
        return new GarbageCollection(datastore, policy, clock, other);
    }

    /**
     * {@return what {@link #run} would delete now} Of the blobs, it may delete fewer: those that were put lately stay for a while.
     *
     * @throws DatastoreException if the datastore fails, or if records are damaged
     */
    public GarbageReport plan() {
        AddressSet live = new AddressSet();
        List<String> doomed = new ArrayList<>();
        look(
                run -> {
                    doomed.add(pathspec(run));
                    return true;
                },
                live);
        Unused unused = new Unused();
        unused(live, unused::add);
        return unused.report(doomed);
    }

    /**
     * Deletes.
     *
     * @return what was deleted
     * @throws DatastoreException if the datastore fails, or if records of a run that is kept are damaged: then nobody knows what it
     *     refers to, and nothing more is deleted
     */
    public GarbageReport run() {
        return sweep(mark());
    }

    private boolean isAbandoned(RunRecord run) {
        return run.heartbeatAt().plus(ABANDONED).isBefore(clock.instant());
    }

    /** What is still needed, and what was deleted so far. */
    private record Marked(AddressSet live, List<String> deleted, Instant unusedSince) {}

    /** Deletes runs, and looks what the others refer to. */
    private Marked mark() {
        Instant unusedSince = clock.instant().minus(grace);
        dropAbandonedImports();
        AddressSet live = new AddressSet();
        List<String> deleted = new ArrayList<>();
        look(
                run -> {
                    boolean isDeleted = RunDeletion.deleteIfEnded(datastore, run) == RunLife.GONE;
                    if (isDeleted) {
                        deleted.add(pathspec(run));
                    }
                    return isDeleted;
                },
                live);
        return new Marked(live, deleted, unusedSince);
    }

    private void dropAbandonedImports() {
        try (Stream<RunRecord> imports = datastore.runs().list(IMPORTS)) {
            imports.filter(this::isAbandoned).forEach(run -> datastore.runs().delete(run.id()));
        }
    }

    private static String pathspec(RunRecord run) {
        return run.flow() + "/" + run.id();
    }

    /** Decides on the runs that the policy does not keep. */
    @FunctionalInterface
    private interface Fate {
        boolean isGone(RunRecord run);
    }

    /**
     * Looks at imports first: one that is published meanwhile puts what it refers to after it has stored the reference, and so lately
     * enough.
     */
    private void look(Fate fate, AddressSet live) {
        Retention retention = new Retention(policy, clock.instant());
        RunReferences references = new RunReferences(datastore);
        try (Stream<RunRecord> imports = datastore.runs().list(IMPORTS)) {
            imports.filter(run -> !isAbandoned(run))
                    .forEach(run -> references.visit(run, (address, reference) -> live.add(address)));
        }
        try (Stream<RunRecord> runs = datastore.runs().list(RunQuery.all())) {
            runs.forEach(run -> {
                if (!retention.deletes(run) || !fate.isGone(run)) {
                    references.visit(run, (address, reference) -> live.add(address));
                }
            });
        }
    }

    /** Deletes what is not needed. */
    private GarbageReport sweep(Marked marked) {
        Blobs blobs = datastore.blobs();
        Unused deleted = new Unused();
        List<BlobInfo> batch = new ArrayList<>();
        unused(marked.live(), blob -> {
            batch.add(blob);
            if (batch.size() == BATCH) {
                delete(batch, marked.unusedSince(), deleted);
                batch.clear();
            }
        });
        delete(batch, marked.unusedSince(), deleted);
        blobs.sweep();
        return deleted.report(marked.deleted());
    }

    private void delete(List<BlobInfo> batch, Instant unusedSince, Unused deleted) {
        List<Address> addresses = batch.stream().map(BlobInfo::address).toList();
        if (datastore.blobs().delete(addresses, unusedSince) == batch.size()) {
            batch.forEach(deleted::add);
        } else {
            batch.stream()
                    .filter(blob -> datastore.blobs().find(blob.address()).isEmpty())
                    .forEach(deleted::add);
        }
    }

    /** Gets a blob that nothing refers to. */
    @FunctionalInterface
    private interface Use {
        void use(BlobInfo blob);
    }

    private void unused(AddressSet live, Use use) {
        try (Stream<BlobInfo> blobs = datastore.blobs().list()) {
            blobs.filter(blob -> !live.contains(blob.address()) && !isSchema(blob))
                    .forEach(use::use);
        }
    }

    private boolean isSchema(BlobInfo blob) {
        try (InputStream stream = datastore.blobs().open(blob.address())) {
            return Schema.isBeginning(stream.readNBytes(SCHEMA_BEGINNING));
        } catch (NoSuchBlobException e) {
            return false; // another collection has deleted it
        } catch (CorruptBlobException e) {
            return false; // it is of no use, and nobody refers to it
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts blobs. */
    private static final class Unused {
        private long blobs;
        private long bytes;

        void add(BlobInfo blob) {
            blobs++;
            bytes += blob.size();
        }

        GarbageReport report(List<String> runs) {
            return new GarbageReport(runs, blobs, bytes);
        }
    }
}
