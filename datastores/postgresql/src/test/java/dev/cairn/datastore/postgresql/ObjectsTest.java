package dev.cairn.datastore.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.CorruptBlobException;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.postgresql.s3.S3Patience;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Objects of large values: which of them there are, and what becomes of those that are lost or not needed. */
class ObjectsTest {
    private static final byte[] VALUE = random(200_000);

    private final String prefix = S3Server.shared().newPrefix();
    private final String url =
            PostgresqlServer.shared().newUrl() + S3Server.shared().parameters(prefix);
    private Duration flown = Duration.ZERO;
    private final Datastore datastore = new Opening(
                    StoreUrl.parse(url),
                    Limits.STANDARD,
                    S3Patience.STANDARD,
                    name -> null,
                    Clock.systemUTC(),
                    () -> flown)
            .open();

    @AfterEach
    void close() {
        datastore.close();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private List<String> objects() {
        return S3Server.shared().list(prefix + "/objects");
    }

    @Test
    void aValueThatIsStoredTwiceKeepsItsObjectAndTheOtherOneGoesAfterAnHour() {
        Address address = datastore.blobs().put(VALUE).address();
        String kept = new StoredRows(url).object(address);
        datastore.blobs().put(VALUE);
        assertThat(objects()).hasSize(2).contains(kept);

        datastore.blobs().sweep();
        assertThat(objects()).as("at once").hasSize(2);

        flown = Duration.ofHours(2);
        datastore.blobs().sweep();
        assertThat(objects()).containsExactly(kept);
        assertThat(datastore.blobs().read(address)).isEqualTo(VALUE);
    }

    @Test
    void aRemovedValueCanBeReadToItsEndByWhoHasFoundIt() throws Exception {
        Address address = datastore.blobs().put(VALUE).address();
        try (var stream = datastore.blobs().open(address)) {
            flown = Duration.ofHours(2);
            assertThat(datastore.blobs().delete(address)).isTrue();

            assertThat(stream.readAllBytes()).isEqualTo(VALUE);
        }
        flown = flown.plusHours(2);
        datastore.blobs().sweep();
        assertThat(objects()).isEmpty();
    }

    @Test
    void anObjectWithoutARecordGoesAfterAWeek() {
        S3Server.shared().write(prefix + "/objects/stray", new byte[] {1});
        datastore.blobs().sweep();
        assertThat(objects()).hasSize(1);

        flown = Duration.ofDays(8);
        datastore.blobs().sweep();
        assertThat(objects()).isEmpty();
    }

    @Test
    void aLostObjectIsAnErrorUntilTheValueIsStoredAgain() {
        Address address = datastore.blobs().put(VALUE).address();
        String object = new StoredRows(url).object(address);
        S3Server.shared().delete(object);

        assertThatThrownBy(() -> datastore.blobs().read(address))
                .isInstanceOf(CorruptBlobException.class)
                .hasMessage("the blob " + address + " in `" + url + "` is damaged: its object `"
                        + object.substring(object.lastIndexOf('/') + 1)
                        + "` is missing. Restore it from a backup, or repeat the run that stored it");

        datastore.blobs().put(VALUE);
        assertThat(datastore.blobs().read(address)).isEqualTo(VALUE);
    }

    @Test
    void anObjectThatWasCutIsAnErrorUntilTheValueIsStoredAgain() {
        Address address = datastore.blobs().put(VALUE).address();
        String object = new StoredRows(url).object(address);
        S3Server.shared().write(object, random(1000));

        assertThatThrownBy(() -> datastore.blobs().read(address))
                .isInstanceOf(CorruptBlobException.class)
                .hasMessageContaining("` has 1000 bytes, not 200000");

        datastore.blobs().put(VALUE);
        assertThat(datastore.blobs().read(address)).isEqualTo(VALUE);
    }

    @Test
    void withoutABucketAValueHasABound() {
        try (Datastore small = Datastore.of(PostgresqlServer.shared().newUrl())) {
            byte[] megabyte = random(1 << 20);
            assertThatThrownBy(() -> small.blobs().put(output -> {
                        for (int i = 0; i < 257; i++) {
                            output.write(megabyte);
                        }
                    }))
                    .isInstanceOf(DatastoreException.class)
                    .hasMessage(
                            "a value of more than 256 MB cannot be stored in the database of `" + small.url()
                                    + "`. Give large values a bucket, in a new datastore: add `blobs=s3://bucket/prefix` to the URL.");
            assertThat(new StoredRows(small.url()).text("SELECT count(*) FROM cairn.part"))
                    .isEqualTo("0");
        }
    }
}
