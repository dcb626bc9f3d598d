package dev.cairn.datastore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.maintenance.GarbageCollection;
import dev.cairn.maintenance.GarbageReport;
import dev.cairn.maintenance.RetentionPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a datastore promises together with a garbage collection. */
interface GarbageConformance extends StoreUnderTest {
    @Test
    @Promise(
            "Blobs.delete with a time lets a garbage collection delete what no run refers to, and nothing else, while others write")
    default void garbageCollectionsLoseNothing() {
        long first = Long.getLong("garbage.seed", 20261129);
        int seeds = Integer.getInteger("garbage.seeds", 2);
        long blobs = 0;
        long runs = 0;
        for (long seed = first; seed < first + seeds; seed++) {
            Random random = new Random(seed);
            GarbageModel model = new GarbageModel(seed, datastore(), this::now);
            for (int collection = 0; collection < 6; collection++) {
                for (int i = 0; i < 25; i++) {
                    model.step();
                }
                waitUntilUnused();
                model.heartbeat();
                GarbageReport report = collect(model, () -> {
                    if (random.nextInt(4) == 0) {
                        model.step();
                    }
                });
                blobs += report.blobs();
                runs += report.runs().size();
                model.requireEverything();
            }
            waitUntilUnused();
            model.heartbeat();
            collect(model, () -> {});
            assertThat(Example.all(blobs().list()))
                    .extracting(BlobInfo::address)
                    .as("what is left with seed %s", seed)
                    .containsExactlyInAnyOrderElementsOf(model.referred());
            model.requireEverything();
            model.alive().forEach(run -> runs().delete(run));
            Example.all(runs().list(RunQuery.all())).forEach(run -> runs().delete(run.id()));
        }
        assertThat(blobs).as("blobs that were deleted").isGreaterThan(5L * seeds);
        assertThat(runs).as("runs that were deleted").isGreaterThan(5L * seeds);
    }

    private GarbageReport collect(GarbageModel model, Runnable others) {
        Datastore interleaved = new InterleavedDatastore(datastore(), others);
        GarbageReport report = GarbageCollection.of(
                        interleaved, RetentionPolicy.keepAll().keepLast(2))
                .withClock(Clock.fixed(now(), ZoneOffset.UTC))
                .withGrace(Duration.ZERO)
                .run();
        report.runs().forEach(run -> model.gone(new RunId(run.substring(run.indexOf('/') + 1))));
        return report;
    }
}
