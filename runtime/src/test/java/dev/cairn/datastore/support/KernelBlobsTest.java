package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.CorruptBlobException;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.NoSuchBlobException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Blobs in the records and outside them, as they are and compressed. */
class KernelBlobsTest {
    private static final byte[] SMALL = Example.randomBytes(BlobTable.LARGEST, 1);
    private static final byte[] LARGE = Example.randomBytes(BlobTable.LARGEST + 1, 2);
    private static final Instant THEN = Instant.parse("2026-11-23T21:13:57Z");

    private BlobTable table = new BlobTable(Compression.none());
    private Blobs blobs = open(Compression.none());

    private Blobs open(Compression compression) {
        table = new BlobTable(compression);
        return KernelDatastore.direct(table, table, compression).blobs();
    }

    static List<Named<Compression>> compressions() {
        return List.of(Named.of("as they are", Compression.none()), Named.of("compressed", new Doubling()));
    }

    private static Address address(byte[] content) {
        return Address.ofContent(content);
    }

    private byte[] streamed(byte[] content) throws IOException {
        try (InputStream stream = blobs.open(address(content))) {
            return stream.readAllBytes();
        }
    }

    private static void assertDamaged(byte[] blob, String how, ThrowingCallable read) {
        assertThatThrownBy(read)
                .isInstanceOf(CorruptBlobException.class)
                .hasMessage("the blob " + address(blob) + " in `table:` is damaged: " + how
                        + ". Restore it from a backup, or repeat the run that stored it");
    }

    /** Each way to read one alone says how it is damaged; whoever reads several does not get it. */
    private void assertDamaged(byte[] blob, String how) {
        assertDamaged(blob, how, () -> blobs.read(address(blob)));
        assertDamaged(blob, how, () -> streamed(blob));
        assertThat(blobs.read(Set.of(address(blob)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("compressions")
    void smallOnesAreInTheRecords(Compression compression) throws IOException {
        blobs = open(compression);

        assertThat(blobs.put(SMALL)).isEqualTo(new BlobInfo(address(SMALL), SMALL.length));

        byte[] stored = compression.compress(SMALL, SMALL.length).orElse(SMALL);
        StoredBlob row = table.rows.get(address(SMALL));
        assertThat(row.data()).isEqualTo(stored);
        assertThat(row.storedSize()).isEqualTo(stored.length);
        assertThat(row.checksum()).isEqualTo(Integer.toUnsignedLong(Checksums.of(stored)));
        assertThat(table.files).isEmpty();
        assertThat(blobs.read(address(SMALL))).isEqualTo(SMALL);
        assertThat(streamed(SMALL)).isEqualTo(SMALL);
    }

    @ParameterizedTest
    @MethodSource("compressions")
    void largeOnesAreOutside(Compression compression) throws IOException {
        blobs = open(compression);

        assertThat(blobs.put(LARGE)).isEqualTo(new BlobInfo(address(LARGE), LARGE.length));

        assertThat(table.rows.get(address(LARGE)).data()).isNull();
        assertThat(table.files.get(address(LARGE)))
                .isEqualTo(compression.compress(LARGE, LARGE.length).orElse(LARGE));
        assertThat(blobs.read(address(LARGE))).isEqualTo(LARGE);
        assertThat(streamed(LARGE)).isEqualTo(LARGE);
    }

    @ParameterizedTest
    @MethodSource("compressions")
    void streamedOnesAreStoredLikeArrays(Compression compression) {
        blobs = open(compression);

        List<BlobInfo> stored = blobs.putAll(List.of(
                Example.previewed(SMALL, "small"), Example.previewed(LARGE, "large"), output -> output.write(7)));

        assertThat(stored)
                .containsExactly(
                        new BlobInfo(address(SMALL), SMALL.length, "small"),
                        new BlobInfo(address(LARGE), LARGE.length, "large"),
                        new BlobInfo(address(new byte[] {7}), 1));
        assertThat(table.files.keySet()).containsExactly(address(LARGE));
        assertThat(blobs.put(Example.previewed(LARGE, "again")).preview()).isEqualTo("again");
        assertThat(blobs.find(address(LARGE))).contains(stored.get(1));
        assertThat(blobs.read(Set.of(address(SMALL), address(LARGE))))
                .containsOnlyKeys(address(SMALL), address(LARGE))
                .allSatisfy((address, bytes) -> assertThat(address(bytes)).isEqualTo(address));
    }

    @Test
    void whoPutsLearnsThatItFailed() {
        DatastoreException full = new DatastoreException("the disk is full");
        table.failure = full;

        assertThatThrownBy(() -> blobs.put(SMALL)).isSameAs(full);
        assertThatThrownBy(() -> blobs.putAll(List.of(output -> output.write(7))))
                .isSameAs(full);
        assertThatThrownBy(() -> blobs.delete(List.of(address(SMALL)), THEN)).isSameAs(full);
    }

    /** Around the sizes at which the sink needs more room, and at which it goes over to the store outside. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1000, 1001, 1023, 1024, 1025, 2000, 2048, 3001})
    void contentOfAnySizeIsStoredWhateverPiecesItComesIn(int size) {
        byte[] content = Example.randomBytes(size, size);
        for (int piece : new int[] {1, 7, 1000, 5000}) {
            BlobInfo stored = blobs.put(output -> {
                for (int from = 0; from < size; from += piece) {
                    output.write(content, from, Math.min(piece, size - from));
                }
            });

            assertThat(stored).isEqualTo(new BlobInfo(address(content), size));
            assertThat(blobs.read(address(content))).isEqualTo(content);
            assertThat(table.files.containsKey(address(content))).isEqualTo(size > BlobTable.LARGEST);
        }
    }

    @Test
    void singleBytesKeepTheirLowestBits() {
        BlobInfo stored = blobs.put(output -> {
            output.write(0x1ff);
            output.write(-2);
        });

        assertThat(blobs.read(stored.address())).containsExactly(0xff, 0xfe);
    }

    /** A stored row with other bytes, or with another checksum. */
    private void change(byte[] blob, UnaryOperator<StoredBlob> change) {
        table.rows.computeIfPresent(address(blob), (address, row) -> change.apply(row));
    }

    private static StoredBlob with(StoredBlob row, byte[] data, long checksum) {
        return new StoredBlob(row.info(), row.encoding(), row.storedSize(), checksum, data);
    }

    private static byte[] flipped(byte[] bytes, int position) {
        byte[] flipped = bytes.clone();
        flipped[position] ^= 1;
        return flipped;
    }

    @Test
    void aFlippedBitInTheRecordsIsFoundByTheChecksum() {
        blobs.put(SMALL);
        change(SMALL, row -> with(row, flipped(SMALL, 5), row.checksum()));

        assertDamaged(SMALL, "the checksum of its stored bytes is wrong");
    }

    @Test
    void aFlippedBitInTheRecordsIsFoundByTheAddressToo() {
        blobs.put(SMALL);
        byte[] damaged = flipped(SMALL, 5);
        change(SMALL, row -> with(row, damaged, Checksums.NONE));

        assertDamaged(SMALL, "its bytes have the address " + address(damaged));
    }

    @Test
    void whatInTheRecordsCannotBeDecompressedIsDamaged() {
        blobs = open(new Doubling());
        blobs.put(SMALL);
        change(SMALL, row -> with(row, flipped(row.data(), 5), Checksums.NONE));

        assertDamaged(SMALL, "not doubled");
    }

    @Test
    void whereNoChecksumIsStoredNoneIsCompared() throws IOException {
        blobs.put(SMALL);
        blobs.put(LARGE);
        change(SMALL, row -> with(row, row.data(), Checksums.NONE));
        change(LARGE, row -> with(row, null, Checksums.NONE));

        assertThat(blobs.read(address(SMALL))).isEqualTo(SMALL);
        assertThat(blobs.read(address(LARGE))).isEqualTo(LARGE);
        assertThat(streamed(LARGE)).isEqualTo(LARGE);
    }

    @Test
    void aFlippedBitOutsideIsFoundByTheAddress() {
        blobs.put(LARGE);
        byte[] damaged = flipped(LARGE, 1000);
        table.files.put(address(LARGE), damaged);

        assertDamaged(LARGE, "its bytes have the address " + address(damaged));
    }

    @Test
    void aFlippedBitThatMeansNothingOutsideIsFoundByTheChecksum() {
        blobs.put(LARGE);
        change(LARGE, row -> with(row, null, row.checksum() ^ 1));

        assertDamaged(LARGE, "the checksum of its stored bytes is wrong");
    }

    @Test
    void tooFewAndTooManyBytesOutsideAreFound() {
        blobs.put(LARGE);
        table.files.put(address(LARGE), Arrays.copyOf(LARGE, 900));
        assertDamaged(LARGE, "it has 900 bytes, not 1001");

        table.files.put(address(LARGE), Arrays.copyOf(LARGE, 1002));
        assertDamaged(LARGE, "it has more than 1001 bytes");
    }

    @Test
    void whatOutsideCannotBeDecompressedIsDamaged() {
        blobs = open(new Doubling());
        blobs.put(LARGE);
        table.files.put(address(LARGE), flipped(table.files.get(address(LARGE)), 5));

        assertDamaged(LARGE, "it cannot be read: not doubled");
    }

    @Test
    void whatIsCompressedInAStoreThatCompressesNothingIsDamaged() {
        blobs.put(SMALL);
        blobs.put(LARGE);
        change(SMALL, row -> new StoredBlob(row.info(), Encoding.COMPRESSED, 1000, row.checksum(), row.data()));
        change(LARGE, row -> new StoredBlob(row.info(), Encoding.COMPRESSED, 1001, row.checksum(), null));

        assertDamaged(SMALL, "it is compressed, in a store that compresses nothing");
        assertDamaged(LARGE, "it cannot be read: it is compressed, in a store that compresses nothing");
    }

    @Test
    void aFileThatIsMissingIsDamage() {
        blobs.put(LARGE);
        table.files.clear();

        assertDamaged(LARGE, "its file is missing");
    }

    @Test
    void ofOneThatIsDeletedWhileItIsOpenedNothingIsThere() {
        blobs.put(LARGE);
        StoredBlob row = table.rows.get(address(LARGE));
        BlobTable deleting = new BlobTable(Compression.none());
        deleting.rows.put(address(LARGE), row);
        BlobStore outside = new Deleting(deleting);
        Blobs deleted =
                KernelDatastore.direct(deleting, outside, Compression.none()).blobs();

        assertThatThrownBy(() -> deleted.open(address(LARGE)))
                .isInstanceOf(NoSuchBlobException.class)
                .hasMessage("there is no blob " + address(LARGE) + " in `table:`");
    }

    /** Somebody deletes the blob after its record was read, and before its bytes are. */
    private record Deleting(BlobTable table) implements BlobStore {
        @Override
        public int largestInRecords() {
            return BlobTable.LARGEST;
        }

        @Override
        public Staging stage(Encoding encoding) {
            throw new UnsupportedOperationException("nothing is written");
        }

        @Override
        public Optional<InputStream> open(StoredBlob blob) {
            table.rows.clear();
            return Optional.empty();
        }

        @Override
        public List<Address> list() {
            return List.of();
        }

        @Override
        public void sweep() {}
    }

    @Test
    void oneThatWasNeverThereIsNot() {
        String message = "there is no blob " + address(SMALL) + " in `table:`";

        assertThatThrownBy(() -> blobs.read(address(SMALL)))
                .isInstanceOf(NoSuchBlobException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> blobs.open(address(SMALL)))
                .isInstanceOf(NoSuchBlobException.class)
                .hasMessage(message);
        assertThat(blobs.read(Set.of(address(SMALL)))).isEmpty();
        assertThat(blobs.read(List.of())).isEmpty();
        assertThat(blobs.find(address(SMALL))).isEmpty();
    }

    @Test
    void aDamagedRecordKeepsNobodyFromTheOthers() {
        blobs.put(SMALL);
        blobs.put(LARGE);
        table.damagedRows.add(address(SMALL));

        assertDamaged(SMALL, "its record is not what was written");
        assertThat(blobs.read(List.of(address(SMALL), address(LARGE), address(LARGE))))
                .containsOnlyKeys(address(LARGE));
        assertThat(blobs.read(List.of(address(LARGE))).get(address(LARGE))).isEqualTo(LARGE);
    }

    @Test
    void oneThatNoArrayCanHoldIsReadAsAStream() {
        blobs.put(LARGE);
        long most = Integer.MAX_VALUE - 8L;
        change(LARGE, row -> new StoredBlob(new BlobInfo(address(LARGE), most + 1), Encoding.RAW, most + 1, 0, null));

        assertThatThrownBy(() -> blobs.read(address(LARGE)))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("the blob " + address(LARGE)
                        + " has 2147483640 bytes, more than an array can hold. Read it as a stream");
        assertThat(blobs.read(Set.of(address(LARGE)))).isEmpty();
        assertDamaged(LARGE, "it has 1001 bytes, not 2147483640", () -> streamed(LARGE));
    }

    @Test
    void whetherManyAreThereIsAskedPageByPageAndOnceOfEach() {
        List<Address> asked = new ArrayList<>();
        for (int i = 0; i < 1030; i++) {
            asked.add(address(new byte[] {(byte) i, (byte) (i >> 8)}));
        }
        blobs.put(new byte[] {3, 0});
        blobs.put(new byte[] {5, 4});
        List<Address> twice = new ArrayList<>(asked);
        twice.addAll(asked);

        assertThat(blobs.present(twice))
                .containsExactlyInAnyOrder(address(new byte[] {3, 0}), address(new byte[] {5, 4}));
        assertThat(table.presenceAsked)
                .containsExactly(asked.subList(0, 512), asked.subList(512, 1024), asked.subList(1024, 1030));
        assertThat(blobs.present(List.of())).isEmpty();
        assertThat(table.presenceAsked).hasSize(3);
    }

    @Test
    void allAreListedPageByPage() {
        List<Address> stored = IntStream.range(0, 1030)
                .mapToObj(i -> blobs.put(new byte[] {(byte) i, (byte) (i >> 8)}).address())
                .toList();

        assertThat(Example.all(blobs.list()).stream().map(BlobInfo::address)).containsExactlyElementsOf(stored);
    }

    @Test
    void ofADeletedOneTheBytesOutsideGoToo() {
        blobs.put(LARGE);

        assertThat(blobs.delete(address(LARGE), THEN)).isTrue();
        assertThat(table.files).isEmpty();
        assertThat(last(2))
                .containsExactly(new Entry.DeleteBlob(address(LARGE), THEN), new Entry.DropOrphan(address(LARGE)));

        assertThat(blobs.delete(address(LARGE), THEN)).isFalse();
        assertThat(last(1)).containsExactly(new Entry.DeleteBlob(address(LARGE), THEN));
    }

    @Test
    void ofSeveralEachIsDeletedOnce() {
        blobs.put(LARGE);
        blobs.put(SMALL);
        Address missing = address(new byte[] {1});

        assertThat(blobs.delete(List.of(address(LARGE), missing, address(SMALL), address(LARGE)), THEN))
                .isEqualTo(2);
        assertThat(last(5))
                .containsExactly(
                        new Entry.DeleteBlob(address(LARGE), THEN),
                        new Entry.DeleteBlob(missing, THEN),
                        new Entry.DeleteBlob(address(SMALL), THEN),
                        new Entry.DropOrphan(address(LARGE)),
                        new Entry.DropOrphan(address(SMALL)));
    }

    @Test
    void aStoreThatFindsFilesByItsRecordsDropsThemItself() {
        table.findsFilesByRecords = true;
        blobs.put(LARGE);

        assertThat(blobs.delete(address(LARGE), THEN)).isTrue();
        assertThat(last(1)).containsExactly(new Entry.DeleteBlob(address(LARGE), THEN));
    }

    @Test
    void aSweepDropsWhatIsNotInTheRecordsAndFreesSpaceUntilThereIsNone() {
        blobs.put(LARGE);
        Address orphan = address(new byte[] {1});
        table.files.put(orphan, new byte[] {1});
        table.entries.clear();
        table.spacesToFree = 3;

        blobs.sweep();

        assertThat(table.sweeps).isOne();
        assertThat(table.files.keySet()).containsExactly(address(LARGE));
        List<Entry> expected = new ArrayList<>(Collections.nCopies(5, new Entry.FreeSpace()));
        expected.set(0, new Entry.DropOrphan(orphan));
        assertThat(table.entries).isEqualTo(expected);
    }

    private List<Entry> last(int entries) {
        return table.entries.subList(table.entries.size() - entries, table.entries.size());
    }

    @Test
    void nothingIsPreparedForAStoreThatIsClosed() {
        KernelDatastore datastore = KernelDatastore.direct(table, table, Compression.none());
        datastore.close();

        for (ThrowingCallable put : List.<ThrowingCallable>of(
                () -> datastore.blobs().put(LARGE),
                () -> datastore.blobs().put(output -> output.write(LARGE)),
                () -> datastore.blobs().putAll(List.of(output -> output.write(LARGE))),
                () -> datastore.blobs().putAll(List.of()))) {
            assertThatThrownBy(put)
                    .isInstanceOf(DatastoreException.class)
                    .hasMessage("the datastore `table:` is closed");
        }
        assertThat(table.files).isEqualTo(Map.of());
    }
}
