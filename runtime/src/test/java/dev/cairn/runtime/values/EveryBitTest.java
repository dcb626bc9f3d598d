package dev.cairn.runtime.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.Encoded;
import dev.cairn.codec.VariedType;
import dev.cairn.codec.VariedTypes;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.CorruptBlobException;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.support.BlobStore;
import dev.cairn.datastore.support.Checksums;
import dev.cairn.datastore.support.Compression;
import dev.cairn.datastore.support.Encoding;
import dev.cairn.datastore.support.Entry;
import dev.cairn.datastore.support.KernelDatastore;
import dev.cairn.datastore.support.RecordStore;
import dev.cairn.datastore.support.Records;
import dev.cairn.datastore.support.StoredBlob;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Each bit of an artifact that flips, and each byte at its end that is missing, is noticed by whoever reads the value: in a record, in
 * a row of its own, and in a file. The store has no checksums of its own, so that it is the address that notices.
 */
class EveryBitTest {
    private static final long SEED = Long.getLong("cairn.seed", 20261129);
    private static final int ARTIFACTS = Integer.getInteger("flipped.artifacts", 100);

    /** Large ones would take the square of their size. */
    private static final int LARGEST = 400;

    /** A store of one blob, whose bytes are what they happen to be. */
    private static final class OneBlob implements RecordStore {
        private final boolean outside;
        private byte[] bytes = new byte[0];
        private BlobInfo info = new BlobInfo(Address.ofContent(bytes), 0);

        OneBlob(boolean outside) {
            this.outside = outside;
        }

        @Override
        public String url() {
            return "one:";
        }

        @Override
        public List<CommitResult> apply(List<Entry> batch) {
            throw new AssertionError();
        }

        @Override
        public <T> T read(Function<Records, T> read) {
            StoredBlob blob =
                    new StoredBlob(info, Encoding.RAW, bytes.length, Checksums.NONE, outside ? null : bytes.clone());
            return read.apply((Records) Proxy.newProxyInstance(
                    Records.class.getClassLoader(),
                    new Class<?>[] {Records.class},
                    (proxy, method, arguments) -> Optional.of(blob)));
        }

        /** Where the blob's bytes are that are not in its record. */
        BlobStore files() {
            return (BlobStore) Proxy.newProxyInstance(
                    BlobStore.class.getClassLoader(),
                    new Class<?>[] {BlobStore.class},
                    (proxy, method, arguments) ->
                            method.getName().equals("open") ? Optional.of(new ByteArrayInputStream(bytes)) : 0);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private final OneBlob row = new OneBlob(false);
    private final OneBlob file = new OneBlob(true);
    private final ArtifactLoader ofRecords = new ArtifactLoader(Datastore.inMemory());
    private final ArtifactLoader ofRows = loader(row);
    private final ArtifactLoader ofFiles = loader(file);
    private long damages;
    private long overlooked;

    private static ArtifactLoader loader(OneBlob store) {
        return new ArtifactLoader(KernelDatastore.direct(store, store.files(), Compression.none()));
    }

    @Test
    void noneIsOverlooked() throws Exception {
        System.out.println("seed of noneIsOverlooked: " + SEED);
        Random random = new Random(SEED);
        VariedTypes types = new VariedTypes(random);
        int artifacts = 0;
        for (int drawn = 0; artifacts < ARTIFACTS; drawn++) {
            artifacts += damage(types.next(drawn % 4), random, artifacts) ? 1 : 0;
        }
        System.out.println(damages + " damages of " + artifacts + " artifacts, " + overlooked + " overlooked");
        assertThat(overlooked).isZero();
        assertThat(damages).isGreaterThan(9L * 36 * ARTIFACTS);
    }

    /** Damages an artifact in all ways, one at a time, if it is small enough. */
    private <T> boolean damage(VariedType<T> type, Random random, int turn) throws Exception {
        Encoded encoded = ArtifactFormat.encode(type.codec(), type.value(random));
        byte[] sound = encoded.bytes();
        if (sound.length > LARGEST) {
            return false;
        }
        for (ArtifactLoader loader : List.of(ofRecords, ofRows, ofFiles)) {
            loader.remember(encoded.schema());
        }
        row.info = new BlobInfo(Address.ofContent(sound), sound.length);
        file.info = row.info;
        requireRead(type, sound, turn);
        for (int bit = 0; bit < 8 * sound.length; bit++) {
            byte[] flipped = sound.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            requireNoticed(type, flipped, turn + bit);
        }
        for (int length = 0; length < sound.length; length++) {
            requireNoticed(type, Arrays.copyOf(sound, length), turn + length);
        }
        return true;
    }

    private void requireNoticed(VariedType<?> type, byte[] damaged, int turn) throws Exception {
        damages++;
        try {
            read(type, damaged, turn);
            overlooked++;
        } catch (CorruptBlobException e) {
            // as it should be
        }
    }

    @SuppressWarnings("unchecked") // its codec has read it
    private <T> void requireRead(VariedType<T> type, byte[] sound, int turn) throws Exception {
        T value = (T) read(type, sound, turn % 3);
        assertThat(ArtifactFormat.encode(type.codec(), value).bytes()).isEqualTo(sound);
        assertThat(read(type, sound, 3).toString())
                .isEqualTo(read(type, sound, 4).toString());
        assertThat((byte[]) read(type, sound, 5)).isEqualTo(sound);
    }

    /** Reads what is stored where the artifact is these bytes: in each place, and in each way. */
    private @Nullable Object read(VariedType<?> type, byte[] bytes, int turn) throws Exception {
        row.bytes = bytes;
        file.bytes = bytes;
        ArtifactRef inRecord = ref(bytes);
        ArtifactRef asBlob = ref(null);
        return switch (turn % 6) {
            case 0 -> ofRecords.value(inRecord, type.codec());
            case 1 -> ofRows.value(asBlob, type.codec());
            case 2 -> ofFiles.value(asBlob, type.codec());
            case 3 -> ofRecords.tree(inRecord);
            case 4 -> ofFiles.tree(asBlob);
            default -> {
                try (InputStream stream = ofFiles.open(asBlob)) {
                    yield stream.readAllBytes();
                }
            }
        };
    }

    private ArtifactRef ref(byte @Nullable [] inline) {
        return new ArtifactRef(row.info.address(), row.info.size(), "T", Instant.EPOCH, false, inline);
    }
}
