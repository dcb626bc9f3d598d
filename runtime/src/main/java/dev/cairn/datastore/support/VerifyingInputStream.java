package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.CorruptBlobException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the bytes of a blob. The last of them are held back until all were found to be those of the address: who knows how
 * many bytes there are, and so never asks for the end, learns of the damage too. Never delivers more than the size that was
 * recorded, whatever the compressed data say. Once it has failed, it fails again, so that nobody can overlook it. For one thread.
 */
final class VerifyingInputStream extends InputStream {
    /** The platform reads a file through a copy of what it was asked for, outside the heap. */
    private static final int MOST_AT_ONCE = 1024 * 1024;

    /** Who reads no more than this may want no more: the schema, or the first elements. */
    private static final int READ_IN_STEP = 256 * 1024;

    /** Of less, there is nothing to gain. */
    private static final int WORTH_READING_AHEAD = 2 * 1024 * 1024;

    private final InputStream input;
    private final BlobInfo blob;
    private final DamagedBlobs damaged;
    private final MessageDigest digest = Address.newDigest();
    private final Runnable storedEnd;
    private long delivered;
    private boolean verified;
    private @Nullable ReadAhead ahead;
    private @Nullable CorruptBlobException failure;

    /**
     * Of a blob.
     *
     * @param storedEnd verifies what is below, once all of it was read
     */
    VerifyingInputStream(InputStream input, BlobInfo blob, DamagedBlobs damaged, Runnable storedEnd) {
        this.input = input;
        this.blob = blob;
        this.damaged = damaged;
        this.storedEnd = storedEnd;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (failure != null) {
            throw damaged.again(failure);
        }
        if (length == 0) {
            return 0;
        }
        try {
            return deliver(bytes, offset, length);
        } catch (CorruptBlobException e) {
            failure = e;
            throw e;
        }
    }

    private int deliver(byte[] bytes, int offset, int length) {
        if (delivered == blob.size()) {
            verify();
            return -1;
        }
        int wanted = (int) Math.min(Math.min(length, MOST_AT_ONCE), blob.size() - delivered);
        int count = delivered < READ_IN_STEP ? readInStep(bytes, offset, wanted) : readAhead(bytes, offset, wanted);
        if (count < 0) {
            throw damaged.blob(blob.address(), "it has " + delivered + " bytes, not " + blob.size());
        }
        delivered += count;
        if (delivered == blob.size()) {
            verify();
        }
        return count;
    }

    private int readInStep(byte[] bytes, int offset, int length) {
        int count = fetch(bytes, offset, length);
        if (count > 0) {
            digest.update(bytes, offset, count);
        }
        return count;
    }

    private int readAhead(byte[] bytes, int offset, int length) {
        if (ahead == null) {
            if (blob.size() - delivered < WORTH_READING_AHEAD) {
                return readInStep(bytes, offset, length);
            }
            ahead = new ReadAhead(input, digest, blob.size() - delivered);
        }
        try {
            return ahead.read(bytes, offset, length);
        } catch (IOException e) {
            throw damaged.unreadable(blob.address(), e);
        }
    }

    private int fetch(byte[] bytes, int offset, int length) {
        try {
            return input.read(bytes, offset, length);
        } catch (IOException e) {
            throw damaged.unreadable(blob.address(), e);
        }
    }

    private void verify() {
        if (verified) {
            return;
        }
        if (ahead != null) {
            ahead.finish();
        }
        if (fetch(new byte[1], 0, 1) >= 0) {
            throw damaged.blob(blob.address(), "it has more than " + blob.size() + " bytes");
        }
        Address actual = Address.ofBytes(digest.digest());
        if (!actual.equals(blob.address())) {
            throw damaged.blob(blob.address(), "its bytes have the address " + actual);
        }
        storedEnd.run();
        verified = true;
    }

    @Override
    public void close() throws IOException {
        if (ahead != null) {
            ahead.close();
        }
        input.close();
    }
}
