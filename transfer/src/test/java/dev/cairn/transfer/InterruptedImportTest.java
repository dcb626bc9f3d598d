package dev.cairn.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.ChildProcess;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.maintenance.GarbageCollection;
import dev.cairn.maintenance.RetentionPolicy;
import dev.cairn.maintenance.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import whose process ends in the middle leaves no run to be seen, and can be run again. */
class InterruptedImportTest {
    /** 1 ends a process before each step; the build leaves steps out. */
    private static final int STRIDE = Integer.getInteger("import.stride", 11);

    @TempDir
    private Path directory;

    @Test
    void endsBeforeEachStep() throws IOException {
        Path file = directory.resolve("runs.tar.zst");
        RunId run;
        try (Datastore source = Datastore.inMemory()) {
            run = Parcels.run(source, 2, "nightly");
            RunExporter.export(source, List.of(run), file);
        }
        String url = "file:" + directory.resolve("target");
        int halted = 0;
        boolean published = false;
        for (int step = 1; !published; step += STRIDE) {
            int status;
            try (ChildProcess child =
                    ChildProcess.start(HaltingImport.class, url, file.toString(), String.valueOf(step))) {
                status = child.waitFor();
            }
            try (Datastore target = Datastore.of(url)) {
                published = status == 0;
                halted += published ? 0 : 1;
                assertThat(status).as("step %s", step).isIn(0, HaltingImport.HALTED);
                boolean isSeen = target.runs().find(run).isPresent();
                assertThat(!isSeen || isWhole(target, run, file))
                        .as("step %s", step)
                        .isTrue();
                assertThat(isSeen || !published).as("step %s", step).isTrue();

                RunImporter.into(target).read(file);
                assertThat(isWhole(target, run, file)).as("step %s", step).isTrue();
                assertThat(Verification.of(target).problems())
                        .as("step %s", step)
                        .isEmpty();
                target.runs().delete(run);
            }
        }
        assertThat(halted).isGreaterThan(2);
        nothingIsLeft(url);
    }

    private boolean isWhole(Datastore target, RunId run, Path file) throws IOException {
        Path again = directory.resolve("again.tar.zst");
        RunExporter.export(target, List.of(run), again);
        boolean isWhole = Files.mismatch(file, again) < 0;
        Files.delete(again);
        return isWhole;
    }

    private void nothingIsLeft(String url) {
        try (Datastore target = Datastore.of(url)) {
            GarbageCollection.of(target, RetentionPolicy.keepAll())
                    .withClock(Clock.offset(Clock.systemUTC(), Duration.ofDays(2)))
                    .run();
            try (Stream<RunRecord> imports = target.runs().list(new RunQuery(null, RunStatus.IMPORTING, Set.of()))) {
                assertThat(imports).isEmpty();
            }
            assertThat(GarbageCollection.of(target, RetentionPolicy.keepAll())
                            .plan()
                            .blobs())
                    .isZero();
        }
    }
}
