package dev.cairn.engine.flows;

import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.FlowDefinition;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The tests of flows, once for each kind of datastore: what a flow does, does not depend on where it is stored. */
@ParameterizedClass(name = "{0}")
@EnumSource(OnEachStore.Kind.class)
@Timeout(60)
abstract class OnEachStore {
    /** The kinds of datastores. */
    enum Kind {
        MEMORY,
        FILE
    }

    @Parameter
    Kind kind;

    @TempDir
    Path directory;

    /** Empty when a test starts. */
    Datastore datastore;

    @BeforeEach
    final void openDatastore() {
        datastore = kind == Kind.MEMORY ? Datastore.inMemory() : Datastore.of("file:" + directory.resolve("store"));
    }

    @AfterEach
    final void closeDatastore() {
        datastore.close();
    }

    final Run run(FlowDefinition<?> flow) {
        return TestRun.of(flow).datastore(datastore).run();
    }
}
