package dev.cairn.datastore.local;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.CorruptBlobException;

/**
 * Says what is wrong with a blob.
 *
 * @param url the datastore
 */
record DamagedBlobs(String url) {
    CorruptBlobException blob(Address address, String how) {
        return new CorruptBlobException("the blob " + address + " in `" + url + "` is damaged: " + how
                + ". Restore it from a backup, or run again what made it");
    }
}
