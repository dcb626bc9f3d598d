package dev.cairn.engine.flows;

import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.definition.FlowDefinition;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tests of flows in a datastore in memory. What a flow does, does not depend on where it is stored: modules of datastores
 * run these tests once more, in theirs.
 */
@Timeout(60)
abstract class OnEachStore {
    @TempDir
    Path directory;

    /** Empty when a test starts. */
    Datastore datastore;

    @BeforeEach
    final void openDatastore() {
        datastore = open(directory);
    }

    @AfterEach
    final void closeDatastore() {
        datastore.close();
    }

    Datastore open(Path empty) {
        return Datastore.inMemory();
    }

    final Run run(FlowDefinition<?> flow) {
        return TestRun.of(flow).datastore(datastore).run();
    }
}
