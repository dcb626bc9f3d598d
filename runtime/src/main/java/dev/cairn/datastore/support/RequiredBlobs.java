package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import java.util.List;

/**
 * The blobs that have to be stored before an entry. A store must look whether they are still there: a garbage collection may have removed
 * one that nothing referred to yet. If they are, they are used now.
 */
public final class RequiredBlobs {
    private RequiredBlobs() {}

    /**
     * Those of a commit that the attempt has stored before, or has found stored; what it has from its parents is theirs too, and stays
     * with them. The one of a file. None of any other entry.
     *
     * @param entry the entry, before it is applied
     * @return their addresses, in a list that may be empty
     */
    public static List<Address> of(Entry.OfOwner entry) {
        if (entry instanceof Entry.PutFile put) {
            return List.of(put.file().content().address());
        }
        return entry instanceof Entry.CommitTask commit ? ofCommit(commit) : List.of();
    }

    private static List<Address> ofCommit(Entry.CommitTask commit) {
        List<Address> required = TaskBlobs.own(commit.record());
        if (!required.isEmpty() && !commit.blobs().isEmpty()) {
            required.removeIf(address -> commit.blobs().stream()
                    .anyMatch(blob -> blob.info().address().equals(address)));
        }
        return required;
    }
}
