package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.CorruptBlobException;
import java.io.IOException;

/**
 * Says what is wrong with a blob.
 *
 * @param url the datastore
 */
public record DamagedBlobs(String url) {
    public CorruptBlobException blob(Address address, String how) {
        return new CorruptBlobException("the blob " + address + " in `" + url + "` is damaged: " + how
                + ". Restore it from a backup, or run again what made it");
    }

    public CorruptBlobException unreadable(Address address, IOException cause) {
        CorruptBlobException damage = blob(address, "it cannot be read: " + cause.getMessage());
        damage.initCause(cause);
        return damage;
    }

    /** What was said before, for whoever asks once more. */
    public CorruptBlobException again(CorruptBlobException said) {
        return new CorruptBlobException(String.valueOf(said.getMessage()));
    }
}
