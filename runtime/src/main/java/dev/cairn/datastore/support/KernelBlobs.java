package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobContent;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.CorruptBlobException;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.NoSuchBlobException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** The blobs, in the records or outside them. Thread-safe. */
final class KernelBlobs implements Blobs {
    private static final int PAGE = 512;

    /** What a virtual machine can allocate at most. */
    private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final String url;
    private final StoreReader reader;
    private final Committer committer;
    private final BlobPreparation preparation;
    private final BlobStore outside;
    private final Overlay overlay;
    private final Compression compression;
    private final DamagedBlobs damaged;

    KernelBlobs(
            String url,
            StoreReader reader,
            Committer committer,
            BlobPreparation preparation,
            BlobStore outside,
            Overlay overlay,
            Compression compression) {
        this.url = url;
        this.reader = reader;
        this.committer = committer;
        this.preparation = preparation;
        this.outside = outside;
        this.overlay = overlay;
        this.compression = compression;
        this.damaged = new DamagedBlobs(url);
    }

    @Override
    public BlobInfo put(byte[] content) {
        reader.requireOpen();
        return store(preparation.prepare(new BlobInfo(Address.ofContent(content), content.length), content));
    }

    @Override
    public BlobInfo put(BlobContent content) {
        reader.requireOpen();
        return store(preparation.prepare(content));
    }

    /** All entries are queued before the first is waited for, so that they share batches. */
    @Override
    public List<BlobInfo> putAll(List<BlobContent> contents) {
        reader.requireOpen();
        List<BlobInfo> stored = new ArrayList<>();
        List<CompletableFuture<Boolean>> pending = new ArrayList<>();
        for (BlobContent content : contents) {
            PreparedBlob blob = preparation.prepare(content);
            stored.add(blob.info());
            pending.add(committer.submit(new EntryWrite(new Entry.PutBlob(blob))));
        }
        pending.forEach(Futures::join);
        return stored;
    }

    private BlobInfo store(PreparedBlob blob) {
        committer.write(new EntryWrite(new Entry.PutBlob(blob)));
        return blob.info();
    }

    @Override
    public Optional<BlobInfo> find(Address address) {
        Optional<BlobInfo> onItsWay = overlay.blob(address).map(PendingBlobs.Pending::info);
        return onItsWay.isPresent() ? onItsWay : stored(address);
    }

    @Override
    public Set<Address> present(Collection<Address> addresses) {
        Set<Address> present = new HashSet<>();
        List<Address> open = new ArrayList<>();
        for (Address address : new LinkedHashSet<>(addresses)) {
            if (overlay.blob(address).isPresent()) {
                present.add(address);
            } else {
                open.add(address);
            }
        }
        for (int from = 0;
                from < open.size();
                from += PAGE) { // each in a transaction of its own, which nobody waits for
            List<Address> page = open.subList(from, Math.min(from + PAGE, open.size()));
            present.addAll(reader.read(records -> records.presentBlobs(page)));
        }
        return present;
    }

    private Optional<BlobInfo> stored(Address address) {
        return reader.read(records -> records.findBlob(address));
    }

    @Override
    public byte[] read(Address address) {
        Optional<PendingBlobs.Pending> onItsWay = overlay.blob(address);
        if (onItsWay.isPresent()) {
            return onItsWay.get().bytes().clone();
        }
        StoredBlob blob = existing(address);
        if (blob.info().size() > LARGEST_ARRAY) {
            throw new DatastoreException("the blob " + address + " has "
                    + blob.info().size() + " bytes, more than an array can hold. Read it as a stream");
        }
        return bytes(blob);
    }

    @Override
    public Map<Address, byte[]> read(Collection<Address> addresses) {
        Map<Address, byte[]> found = new HashMap<>();
        Set<Address> asked = new HashSet<>();
        for (Address address : addresses) {
            overlay.blob(address)
                    .ifPresentOrElse(
                            onItsWay -> found.put(address, onItsWay.bytes().clone()), () -> asked.add(address));
        }
        for (StoredBlob blob : stored(asked)) {
            try {
                if (blob.info().size() <= LARGEST_ARRAY) {
                    found.put(blob.info().address(), bytes(blob));
                }
            } catch (NoSuchBlobException | CorruptBlobException e) {
                // said to whoever reads it alone
            }
        }
        return found;
    }

    /** One damaged record keeps nobody from the others: then each is asked for alone. */
    private List<StoredBlob> stored(Set<Address> addresses) {
        if (addresses.isEmpty()) {
            return List.of();
        }
        return reader.read(records -> {
            try {
                return records.blobs(addresses);
            } catch (DamagedRecordException e) {
                return addresses.stream()
                        .flatMap(address -> sound(records, address).stream())
                        .toList();
            }
        });
    }

    private static Optional<StoredBlob> sound(Records records, Address address) {
        try {
            return records.blob(address);
        } catch (DamagedRecordException e) {
            return Optional.empty();
        }
    }

    private byte[] bytes(StoredBlob blob) {
        return blob.data() != null ? verified(blob, blob.data()) : readOutside(blob);
    }

    private byte[] verified(StoredBlob blob, byte[] data) {
        BlobInfo info = blob.info();
        requireStored(blob, Integer.toUnsignedLong(Checksums.of(data)));
        byte[] content = data;
        if (blob.encoding() == Encoding.COMPRESSED) {
            try {
                content = compression.decompress(data, (int) info.size());
            } catch (IOException e) {
                throw damaged.blob(info.address(), String.valueOf(e.getMessage()));
            }
        }
        Address actual = Address.ofContent(content);
        if (!actual.equals(info.address())) {
            throw damaged.blob(info.address(), "its bytes have the address " + actual);
        }
        return content;
    }

    /** Bits that mean nothing to the decompressor count too: whatever changed them may have changed others. */
    private void requireStored(StoredBlob blob, long checksum) {
        if (!Checksums.agree(blob.checksum(), checksum)) {
            throw damaged.blob(blob.info().address(), "the checksum of its stored bytes is wrong");
        }
    }

    private byte[] readOutside(StoredBlob blob) {
        try (InputStream stream = openOutside(blob)) {
            byte[] content = new byte[(int) blob.info().size()];
            stream.readNBytes(content, 0, content.length); // verified with the last of them
            return content;
        } catch (IOException e) {
            throw damaged.unreadable(blob.info().address(), e);
        }
    }

    @Override
    public InputStream open(Address address) {
        Optional<PendingBlobs.Pending> onItsWay = overlay.blob(address);
        if (onItsWay.isPresent()) {
            return new ByteArrayInputStream(onItsWay.get().bytes());
        }
        StoredBlob blob = existing(address);
        return blob.data() != null ? new ByteArrayInputStream(verified(blob, blob.data())) : openOutside(blob);
    }

    private InputStream openOutside(StoredBlob blob) {
        Address address = blob.info().address();
        Optional<InputStream> bytes = outside.open(blob);
        if (bytes.isEmpty()) {
            throw stored(address).isEmpty() ? missing(address) : damaged.blob(address, "its file is missing");
        }
        CheckedInputStream checked = new CheckedInputStream(bytes.get(), new CRC32C());
        try {
            return new VerifyingInputStream(
                    blob.encoding() == Encoding.COMPRESSED ? compression.decompressing(checked) : checked,
                    blob.info(),
                    damaged,
                    () -> requireStored(blob, checked.getChecksum().getValue()));
        } catch (IOException e) {
            throw damaged.unreadable(address, e);
        }
    }

    private StoredBlob existing(Address address) {
        return reader.read(records -> blob(records, address)).orElseThrow(() -> missing(address));
    }

    private Optional<StoredBlob> blob(Records records, Address address) {
        try {
            return records.blob(address);
        } catch (DamagedRecordException e) {
            throw damaged.blob(address, "its record is not what was written");
        }
    }

    private NoSuchBlobException missing(Address address) {
        return new NoSuchBlobException("there is no blob " + address + " in `" + url + "`");
    }

    @Override
    public Stream<BlobInfo> list() {
        return Pages.stream(
                        after -> {
                            committer.settle();
                            return reader.read(records -> records.blobs(after, PAGE));
                        },
                        0L,
                        Records.NumberedBlob::number)
                .map(Records.NumberedBlob::info);
    }

    @Override
    public boolean delete(Address address, Instant unusedSince) {
        boolean deleted = committer.write(new EntryWrite(new Entry.DeleteBlob(address, unusedSince)));
        if (deleted) {
            dropOrphan(address);
        }
        return deleted;
    }

    /** All entries are queued before the first is waited for, so that they share batches. */
    @Override
    public long delete(Collection<Address> addresses, Instant unusedSince) {
        Map<Address, CompletableFuture<Boolean>> deletions = new LinkedHashMap<>();
        for (Address address : addresses) {
            deletions.computeIfAbsent(
                    address, each -> committer.submit(new EntryWrite(new Entry.DeleteBlob(each, unusedSince))));
        }
        long deleted = 0;
        for (Map.Entry<Address, CompletableFuture<Boolean>> deletion : deletions.entrySet()) {
            if (Futures.join(deletion.getValue())) {
                deleted++;
                dropOrphan(deletion.getKey());
            }
        }
        return deleted;
    }

    @Override
    public void sweep() {
        outside.sweep();
        outside.list().forEach(this::dropOrphan);
        boolean more = true;
        while (more) { // each in a batch of its own, so that others write in between
            more = committer.write(new EntryWrite(new Entry.FreeSpace()));
        }
    }

    /** A writer that stores this blob again does so wholly before or wholly after. */
    private void dropOrphan(Address address) {
        if (outside.dropsOrphans() && stored(address).isEmpty()) {
            committer.write(new EntryWrite(new Entry.DropOrphan(address)));
        }
    }
}
