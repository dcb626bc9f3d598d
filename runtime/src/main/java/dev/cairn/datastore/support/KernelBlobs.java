package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobContent;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.NoSuchBlobException;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** The blobs of a {@code file:} datastore. Thread-safe. */
final class LocalBlobs implements Blobs {
    private static final int PAGE = 512;

    /** What a virtual machine can allocate at most. */
    private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Readers readers;
    private final Committer committer;
    private final BlobWriter writer;
    private final BlobFiles files;
    private final PendingBlobs pending;
    private final Compression compression;
    private final String url;
    private final DamagedBlobs damaged;

    LocalBlobs(
            StoreDirectory directory,
            Readers readers,
            Committer committer,
            BlobWriter writer,
            BlobFiles files,
            PendingBlobs pending,
            Compression compression) {
        this.readers = readers;
        this.committer = committer;
        this.writer = writer;
        this.files = files;
        this.pending = pending;
        this.compression = compression;
        this.url = directory.url();
        this.damaged = new DamagedBlobs(url);
    }

    @Override
    public BlobInfo put(byte[] content) {
        readers.requireOpen();
        return store(writer.prepare(Address.ofContent(content), content));
    }

    @Override
    public BlobInfo put(BlobContent content) {
        readers.requireOpen();
        return store(writer.prepare(content));
    }

    private BlobInfo store(PreparedBlob blob) {
        return committer.write(session -> {
            writer.store(blob, session);
            return blob.info();
        });
    }

    @Override
    public Optional<BlobInfo> find(Address address) {
        Optional<BlobInfo> onItsWay = pending.find(address).map(content -> new BlobInfo(address, content.length));
        return onItsWay.isPresent()
                ? onItsWay
                : readers.read(session -> BlobRows.find(session, address)).map(BlobRows.BlobRow::info);
    }

    @Override
    public byte[] read(Address address) {
        Optional<byte[]> onItsWay = pending.find(address);
        if (onItsWay.isPresent()) {
            return onItsWay.get().clone();
        }
        BlobRows.Stored stored = stored(address);
        if (stored.row().info().size() > LARGEST_ARRAY) {
            throw new DatastoreException("the blob " + address + " has "
                    + stored.row().info().size() + " bytes, more than an array can hold. Read it as a stream");
        }
        return stored.data() != null ? verified(stored, stored.data()) : readFile(stored.row());
    }

    private byte[] verified(BlobRows.Stored stored, byte[] data) {
        BlobInfo info = stored.row().info();
        requireStored(stored.row(), Integer.toUnsignedLong(Checksums.of(data)));
        byte[] content = data;
        if (stored.row().encoding() == PreparedBlob.Encoding.ZSTD) {
            try {
                content = compression.decompress(data, (int) info.size());
            } catch (IOException e) {
                throw damaged.blob(info.address(), e.getMessage());
            }
        }
        Address actual = Address.ofContent(content);
        if (!actual.equals(info.address())) {
            throw damaged.blob(info.address(), "its bytes have the address " + actual);
        }
        return content;
    }

    /** Bits that mean nothing to the decompressor count too: whatever changed them may have changed others. */
    private void requireStored(BlobRows.BlobRow row, long checksum) {
        if (!Checksums.agree(row.contentChecksum(), checksum)) {
            throw damaged.blob(row.info().address(), "the checksum of its stored bytes is wrong");
        }
    }

    private byte[] readFile(BlobRows.BlobRow row) {
        try (InputStream stream = openFile(row)) {
            byte[] content = new byte[(int) row.info().size()];
            stream.readNBytes(content, 0, content.length); // verified with the last of them
            return content;
        } catch (IOException e) {
            throw damaged.unreadable(row.info().address(), e);
        }
    }

    @Override
    public InputStream open(Address address) {
        Optional<byte[]> onItsWay = pending.find(address);
        if (onItsWay.isPresent()) {
            return new ByteArrayInputStream(onItsWay.get());
        }
        BlobRows.Stored stored = stored(address);
        return stored.data() != null
                ? new ByteArrayInputStream(verified(stored, stored.data()))
                : openFile(stored.row());
    }

    private InputStream openFile(BlobRows.BlobRow row) {
        BlobInfo info = row.info();
        try {
            long storedSize = files.storedSize(info.address()).orElse(row.storedSize());
            if (storedSize != row.storedSize()) {
                throw damaged.blob(info.address(), "its file has " + storedSize + " bytes, not " + row.storedSize());
            }
            CheckedInputStream file = new CheckedInputStream(files.open(info.address()), new CRC32C());
            return new VerifyingInputStream(
                    row.encoding() == PreparedBlob.Encoding.ZSTD ? compression.decompressing(file) : file,
                    info,
                    damaged,
                    () -> requireStored(row, file.getChecksum().getValue()));
        } catch (FileNotFoundException e) {
            if (readers.read(session -> BlobRows.find(session, info.address())).isEmpty()) {
                throw missing(info.address()); // collected meanwhile
            }
            throw damaged.blob(info.address(), "its file is missing");
        } catch (IOException e) {
            throw damaged.unreadable(info.address(), e);
        }
    }

    private BlobRows.Stored stored(Address address) {
        return readers.read(session -> row(session, address)).orElseThrow(() -> missing(address));
    }

    private Optional<BlobRows.Stored> row(Session session, Address address) throws SQLException {
        try {
            return BlobRows.read(session, address);
        } catch (DamagedRecordException e) {
            throw damaged.blob(address, "what is stored about it is not what was written");
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
                            return readers.read(session -> BlobRows.page(session, after, PAGE));
                        },
                        0L,
                        BlobRows.BlobRow::number)
                .map(BlobRows.BlobRow::info);
    }

    @Override
    public boolean delete(Address address, Instant unusedSince) {
        boolean deleted = committer.write(session -> BlobRows.delete(session, address, unusedSince));
        if (deleted) {
            deleteOrphan(address);
        }
        return deleted;
    }

    @Override
    public void sweep() {
        files.sweepTemporaryFiles();
        files.list().forEach(this::deleteOrphan);
    }

    /**
     * Removes a file that no row knows. Within a transaction, as a file gets its name within one: a writer that stores this
     * blob again does so wholly before or wholly after. A row is gone, durably, before its file is.
     */
    private void deleteOrphan(Address address) {
        if (readers.read(session -> BlobRows.find(session, address)).isEmpty()) {
            committer.write(session -> {
                if (BlobRows.find(session, address).isEmpty()) {
                    files.delete(address);
                }
                return true;
            });
        }
    }

    void sweepTemporaryFiles() {
        files.sweepTemporaryFiles();
    }
}
