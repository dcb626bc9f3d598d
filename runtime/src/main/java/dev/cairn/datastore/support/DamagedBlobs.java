package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.CorruptBlobException;
import java.io.IOException;

/**
 * Creates the exceptions for damaged blobs. Immutable.
 *
 * @param url the URL of the datastore
 */
public record DamagedBlobs(String url) {
    /**
     * A new exception: a blob is damaged.
     *
     * @param how how it is damaged, as the end of a sentence
     * @param address the address of the blob
     * @return the exception, to be thrown
     */
    public CorruptBlobException blob(Address address, String how) {
        return new CorruptBlobException("the blob " + address + " in `" + url + "` is damaged: " + how
                + ". Restore it from a backup, or repeat the run that stored it");
    }

    /**
     * A new exception: a blob is there, but reading it failed.
     *
     * @param address the address of the blob
     * @param cause what reading it threw
     * @return the exception, to be thrown
     */
    public CorruptBlobException unreadable(Address address, IOException cause) {
        CorruptBlobException damage = blob(address, "it cannot be read: " + cause.getMessage());
        damage.initCause(cause);
        return damage;
    }

    /**
     * A new exception with the same message, for another read of the same blob.
     *
     * @param said an exception of this class
     * @return the exception, to be thrown, with its own stack trace
     */
    public CorruptBlobException again(CorruptBlobException said) {
        return new CorruptBlobException(String.valueOf(said.getMessage()));
    }
}
