package dev.cairn.engine.flows;

import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.definition.FlowDefinition;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On disk too an engine of somebody else's leaves what the local engine leaves. */
class OtherEngineOnDiskTest {
    @Test
    void leavesTheSameRecords(@TempDir Path directory) {
        try (Datastore datastore = Datastore.of("file:" + directory.resolve("store"))) {
            for (FlowDefinition<?> flow : OtherEngineTest.flows().toList()) {
                OtherEngineTest.assertSameRecords(flow, datastore, 0);
            }
            for (int seed = 0; seed < 100; seed += 10) {
                OtherEngineTest.assertSameRecords(OtherEngineTest.randomFlow(seed), datastore, seed);
            }
        }
    }
}
