package dev.cairn.datastore;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatastoreTest {
    @ParameterizedTest
    @ValueSource(strings = {"s3:bucket", "/data/cairn", "", ":", "FILE:x"})
    void aUrlThatNoProviderKnowsIsRefused(String url) {
        assertThatThrownBy(() -> Datastore.of(url))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("`" + url + "` is not a datastore. Use one of: memory:");
        assertThatThrownBy(() -> Datastore.exists(url)).isInstanceOf(UnknownDatastoreException.class);
    }

    @Test
    void aUrlWhoseProviderIsInAnArtifactThatIsNotThereNamesIt() {
        assertThatThrownBy(() -> Datastore.of("file:/data/cairn"))
                .isInstanceOf(UnknownDatastoreException.class)
                .hasMessage("`file:/data/cairn` needs an artifact that is not on the class path:"
                        + " add `dev.cairn:cairn-datastore-file` to the dependencies.");
    }
}
