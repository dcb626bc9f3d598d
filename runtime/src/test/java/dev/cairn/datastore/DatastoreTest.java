package dev.cairn.datastore;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** It does not repeat the URL, in which somebody may have written a password. */
    @ParameterizedTest
    @CsvSource({"file:/data/cairn, file", "postgresql://ada:secret@db.acme.com/cairn, postgresql"})
    void aUrlWhoseProviderIsInAnArtifactThatIsNotThereNamesIt(String url, String scheme) {
        assertThatThrownBy(() -> Datastore.of(url))
                .isInstanceOf(UnknownDatastoreException.class)
                .hasMessage("a datastore `" + scheme + ":` needs an artifact that is not on the class path:"
                        + " add `dev.cairn:cairn-datastore-" + scheme + "` to the dependencies.");
    }
}
