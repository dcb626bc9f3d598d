package dev.cairn.datastore.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import org.junit.jupiter.api.Test;

/** {@code memory:}, which is in the runtime: that cannot use the suite, because the suite uses it. */
class MemoryDatastoreTest extends DatastoreConformance {
    @Override
    protected String newUrl() {
        return "memory:";
    }

    @Override
    protected Lifetime lifetime() {
        return Lifetime.INSTANCE;
    }

    @Test
    void eachIsEmptyAtFirst() {
        datastore().blobs().put(new byte[] {1});

        try (Datastore other = Datastore.of("memory:")) {
            assertThat(other.blobs().list()).isEmpty();
        }
    }

    @Test
    void nobodyElseCanOpenIt() {
        assertThat(Datastore.exists(datastore().url())).isFalse();
    }

    @Test
    void itHasNoName() {
        assertThatThrownBy(() -> Datastore.of("memory:mine"))
                .isInstanceOf(DatastoreException.class)
                .hasMessage(
                        "`memory:mine` names a datastore in memory, but datastores in memory have no names. Use `memory:`");
    }
}
