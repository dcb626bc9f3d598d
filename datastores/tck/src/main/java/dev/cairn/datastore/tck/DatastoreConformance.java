package dev.cairn.datastore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every datastore promises, one promise per test. A datastore passes if a subclass that opens an empty one passes.
 */
public abstract class DatastoreConformance
        implements BlobsConformance,
                RunsConformance,
                CommitConformance,
                TaskListingConformance,
                LogConformance,
                FileConformance,
                ManyThreadsConformance {
    private Datastore datastore;

    /** Opens a new, empty datastore. */
    protected abstract Datastore open();

    @Override
    public final Datastore datastore() {
        return datastore;
    }

    @BeforeEach
    final void openDatastore() {
        datastore = open();
    }

    @AfterEach
    final void closeDatastore() {
        datastore.close();
    }

    @Test
    void closingTwiceDoesNothing() {
        datastore.close();
        datastore.close();
    }

    @Test
    void aClosedDatastoreRefusesToReadAndToWrite() {
        BlobInfo blob = datastore.blobs().put(new byte[] {1, 2, 3});
        RunRecord run = Example.run("Flow");
        datastore.runs().create(run);
        datastore.close();

        assertRefused(() -> datastore.blobs().read(blob.address()));
        assertRefused(() -> datastore.blobs().put(new byte[] {4}));
        assertRefused(() -> datastore.runs().find(run.id()));
        assertRefused(() -> datastore.runs().heartbeat(run.id(), Example.NOW));
        assertRefused(() -> datastore.runs().commit(Example.commit(Example.task(run.id(), "start"))));
    }

    private void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(DatastoreException.class)
                .hasMessage("the datastore `" + datastore.url() + "` is closed");
    }

    @Test
    void valuesOfAFewHundredBytesGoInline() {
        assertThat(datastore.inlineLimit()).isBetween(256, 64 * 1024);
    }
}
