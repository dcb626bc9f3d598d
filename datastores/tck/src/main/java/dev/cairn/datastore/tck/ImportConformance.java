package dev.cairn.datastore.tck;

import static dev.cairn.datastore.tck.Example.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunImport;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.StepCount;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.maintenance.GarbageCollection;
import dev.cairn.maintenance.RetentionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link Runs} promises of runs that are copied from elsewhere. */
interface ImportConformance extends StoreUnderTest {
    private static RunRecord ended() {
        return Example.run("Flow", "nightly", "good")
                .withHeartbeatAt(NOW.plusSeconds(4))
                .finished(
                        RunStatus.FAILED,
                        NOW.plusSeconds(5),
                        TaskId.parse("work/1"),
                        new FailureRecord("java.lang.Exception", "no", "at Flow.work"));
    }

    private static List<LogLine> lines(String... texts) {
        return List.of(texts).stream()
                .map(text -> new LogLine(NOW, LogLine.Stream.OUT, text))
                .toList();
    }

    private List<RunRecord> listed() {
        return Example.all(runs().list(RunQuery.all()));
    }

    private List<RunRecord> importing() {
        return Example.all(runs().list(new RunQuery(null, RunStatus.IMPORTING, Set.of())));
    }

    @Test
    @Promise("Runs.beginImport lets nobody find the run before it is published")
    default void anImportIsInvisibleUntilItIsPublished() {
        RunRecord run = ended();
        try (RunImport copy = runs().beginImport(run)) {
            assertThat(runs().find(run.id())).isEmpty();
            assertThat(listed()).isEmpty();
            copy.attempt(Example.task(run.id(), "start"));
            assertThat(runs().find(run.id())).isEmpty();
            assertThat(Example.all(runs().list(new RunQuery("Flow", RunStatus.FAILED, Set.of()))))
                    .isEmpty();
            copy.publish();
        }

        assertThat(runs().find(run.id())).contains(run);
        assertThat(listed()).containsExactly(run);
    }

    @Test
    @Promise("Runs.beginImport keeps all that it is given")
    default void anImportedRunIsWhatItWas() {
        RunRecord run = ended();
        BlobInfo blob = blobs().put(Example.randomBytes(3000, 1));
        List<TaskRecord> attempts = List.of(
                Example.task(run.id(), "start"),
                Example.attempt(run.id(), "work/0", 0, TaskStatus.FAILED),
                Example.attempt(run.id(), "work/1", 0, TaskStatus.FAILED),
                Example.attempt(run.id(), "work/0", 1, TaskStatus.SUCCEEDED),
                Example.fullRecord(run.id(), blob));
        FileRecord file = new FileRecord("../models/best.bin", blob, NOW.plusSeconds(2));
        BlobInfo gone = blobs().put(Example.randomBytes(3000, 2));
        blobs().delete(gone.address());
        FileRecord withoutBlob = new FileRecord("models/lost.bin", gone, NOW.plusSeconds(3));
        try (RunImport copy = runs().beginImport(run)) {
            copy.log(TaskId.parse("work/0"), 0, lines("one", "two"));
            copy.log(TaskId.parse("work/0"), 0, lines("three"));
            copy.log(TaskId.parse("work/0"), 1, lines("four"));
            attempts.forEach(copy::attempt);
            copy.file(file);
            copy.file(withoutBlob);
            copy.publish();
        }

        assertThat(runs().find(run.id())).contains(run);
        assertThat(Example.all(runs().attempts(run.id()))).isEqualTo(attempts);
        assertThat(Example.all(runs().tasks(run.id(), "work"))).containsExactly(attempts.get(3));
        assertThat(runs().counts(run.id()))
                .contains(new StepCount("work", TaskStatus.FAILED, 2, NOW, NOW.plusMillis(3)));
        assertThat(Example.all(runs().log(run.id(), TaskId.parse("work/0"), 0)))
                .isEqualTo(lines("one", "two", "three"));
        assertThat(Example.all(runs().log(run.id(), TaskId.parse("work/0"), 1))).isEqualTo(lines("four"));
        assertThat(Example.all(runs().files(run.id(), ""))).containsExactly(file, withoutBlob);
    }

    @Test
    @Promise("Runs.beginImport refuses a run whose id is in use, or whose flow belongs to another class")
    default void aRunThatExistsIsNotReplaced() {
        RunRecord run = ended();
        runs().create(run);
        RunRecord other = Example.runOfClass("Flow", "com.other.Flow").finished(RunStatus.SUCCEEDED, NOW, null, null);

        assertThatThrownBy(() -> runs().beginImport(run)).isInstanceOf(DatastoreException.class);
        assertThatThrownBy(() -> runs().beginImport(other)).isInstanceOf(DatastoreException.class);
        assertThat(listed()).containsExactly(run);
    }

    @Test
    @Promise("Runs.beginImport refuses a run that has not ended")
    default void aRunThatGoesOnIsNotImported() {
        assertThatThrownBy(() -> runs().beginImport(Example.run("Flow"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(importing()).isEmpty();
    }

    @Test
    @Promise("Runs.beginImport leaves nothing of an import that is closed before it is published")
    default void anImportThatIsClosedIsGone() {
        RunRecord run = ended();
        try (RunImport copy = runs().beginImport(run)) {
            copy.attempt(Example.task(run.id(), "start"));
        }

        assertThat(importing()).isEmpty();
        runs().create(run);
        assertThat(Example.all(runs().attempts(run.id()))).isEmpty();
    }

    @Test
    @Promise("Runs.beginImport drops an import of the same run that was begun before")
    default void theLastImportWins() {
        RunRecord run = ended();
        try (RunImport first = runs().beginImport(run);
                RunImport second = runs().beginImport(run)) {
            second.attempt(Example.task(run.id(), "start"));
            assertThatThrownBy(() -> {
                        first.attempt(Example.task(run.id(), "end"));
                        first.publish();
                    })
                    .isInstanceOf(DatastoreException.class);
            second.publish();
        }

        assertThat(Example.all(runs().attempts(run.id()))).containsExactly(Example.task(run.id(), "start"));
    }

    @Test
    @Promise("Runs.beginImport publishes no attempts that cannot have been committed in their order")
    default void anAttemptGivenTwiceIsRefused() {
        RunRecord run = ended();
        try (RunImport copy = runs().beginImport(run)) {
            copy.attempt(Example.attempt(run.id(), "start", 0, TaskStatus.SUCCEEDED));
            assertThatThrownBy(() -> {
                        copy.attempt(Example.attempt(run.id(), "start", 0, TaskStatus.FAILED));
                        copy.publish();
                    })
                    .isInstanceOf(DatastoreException.class);
        }

        assertThat(runs().find(run.id())).isEmpty();
    }

    @Test
    @Promise("Runs.beginImport lets a garbage collection keep what the run refers to")
    default void aGarbageCollectionKeepsWhatAnImportRefersTo() {
        RunRecord run = ended();
        BlobInfo needed = blobs().put(Example.randomBytes(3000, 1));
        BlobInfo unused = blobs().put(Example.randomBytes(3000, 2));
        ArtifactRef reference = new ArtifactRef(needed.address(), needed.size(), "byte[]", NOW, false, null);
        try (RunImport copy = runs().beginImport(run)) {
            copy.attempt(Example.attempt(run.id(), "start", 0, TaskStatus.SUCCEEDED, Map.of("x", reference)));
            assertThat(importing()).hasSize(1);
            waitUntilUnused();
            Instant now = now();
            InstantSource source = () -> now;
            GarbageCollection.of(datastore(), RetentionPolicy.keepAll())
                    .withClock(source.withZone(ZoneOffset.UTC))
                    .withGrace(Duration.ZERO)
                    .run();
            copy.publish();
        }

        assertThat(blobs().find(needed.address())).isPresent();
        assertThat(blobs().find(unused.address())).isEmpty();
        assertThat(Example.all(runs().attempts(run.id()))).hasSize(1);
    }

    @Test
    @Promise(
            "Runs.list lists imports for a query of their status, so that a garbage collection drops one that is a day old")
    default void aGarbageCollectionDropsAnImportThatNobodyFinished() {
        RunRecord run = ended();
        try (RunImport copy = runs().beginImport(run)) {
            copy.attempt(Example.task(run.id(), "start"));
            collectAfter(Duration.ofHours(23));
            copy.attempt(Example.task(run.id(), "end"));
            collectAfter(Duration.ofHours(25));

            assertThat(importing()).isEmpty();
            assertThatThrownBy(copy::publish).isInstanceOf(DatastoreException.class);
        }
        assertThat(runs().find(run.id())).isEmpty();
    }

    private void collectAfter(Duration time) {
        Instant then = Instant.now().plus(time);
        InstantSource source = () -> then;
        GarbageCollection.of(datastore(), RetentionPolicy.keepAll())
                .withClock(source.withZone(ZoneOffset.UTC))
                .run();
    }
}
