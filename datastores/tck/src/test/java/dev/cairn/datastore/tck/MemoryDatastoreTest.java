package dev.cairn.datastore.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreConformance;
import dev.cairn.datastore.DatastoreException;
import org.junit.jupiter.api.Test;

class MemoryDatastoreTest extends DatastoreConformance {
    @Override
    protected Datastore open() {
        return Datastore.inMemory();
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
                .hasMessage("`memory:mine` names a datastore in memory, but these have no names. Use `memory:`");
    }
}
