package dev.cairn.datastore.local;

import com.github.luben.zstd.ZstdIOException;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.CorruptBlobException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * Delivers the bytes of a blob, and throws {@link CorruptBlobException} at the end if they are not those of its address. Never
 * delivers more than the size that was recorded, whatever the compressed data say. For one thread.
 */
final class VerifyingInputStream extends InputStream {
    /** The platform reads a file through a copy of what it was asked for, outside the heap. */
    private static final int MOST_AT_ONCE = 1024 * 1024;

    private final InputStream input;
    private final BlobInfo blob;
    private final DamagedBlobs damaged;
    private final MessageDigest digest = Address.newDigest();
    private long delivered;
    private boolean ended;

    VerifyingInputStream(InputStream input, BlobInfo blob, DamagedBlobs damaged) {
        this.input = input;
        this.blob = blob;
        this.damaged = damaged;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (ended) {
            return length == 0 ? 0 : -1;
        }
        int count;
        try {
            count = input.read(bytes, offset, Math.min(length, MOST_AT_ONCE));
        } catch (ZstdIOException e) {
            throw damaged.blob(blob.address(), "it cannot be decompressed: " + e.getMessage());
        }
        if (count < 0) {
            verify();
            return -1;
        }
        delivered += count;
        if (delivered > blob.size()) {
            throw damaged.blob(blob.address(), "it has more than " + blob.size() + " bytes");
        }
        digest.update(bytes, offset, count);
        return count;
    }

    private void verify() {
        ended = true;
        if (delivered != blob.size()) {
            throw damaged.blob(blob.address(), "it has " + delivered + " bytes, not " + blob.size());
        }
        Address actual = Address.ofBytes(digest.digest());
        if (!actual.equals(blob.address())) {
            throw damaged.blob(blob.address(), "its bytes have the address " + actual);
        }
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
