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
    public CorruptBlobException blob(Address address, String how) {
        return new CorruptBlobException("the blob " + address + " in `" + url + "` is damaged: " + how
                + ". Restore it from a backup, or repeat the run that stored it");
    }

    public CorruptBlobException unreadable(Address address, IOException cause) {
        CorruptBlobException damage = blob(address, "it cannot be read: " + cause.getMessage());
        damage.initCause(cause);
        return damage;
    }

    /** A new exception with the same message, for another read of the same blob. */
    public CorruptBlobException again(CorruptBlobException said) {
        return new CorruptBlobException(String.valueOf(said.getMessage()));
    }
}
