package dev.cairn.datastore.support;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.NoSuchBlobException;
import dev.cairn.datastore.RunStatus;

/**
 * Any entry but a commit: it results in whether it changed something.
 *
 * @param entry what is to be stored
 */
record EntryWrite(Entry entry) implements Write<Boolean> {
    @Override
    public Boolean result(CommitResult answer) {
        if (answer instanceof CommitResult.Refused && entry instanceof Entry.DeleteRun) {
            return false; // somebody else deleted it meanwhile
        }
        if (answer instanceof CommitResult.Refused refused) {
            throw refused.reason();
        }
        if (answer instanceof CommitResult.Fenced && entry instanceof Entry.OfOwner owned) {
            throw DatastoreException.fenced(owned.run().id());
        }
        if (answer instanceof CommitResult.MissingBlob missing) {
            throw new NoSuchBlobException(
                    "the blob " + missing.address() + " was deleted before anything referred to it. Put it again.");
        }
        return answer instanceof CommitResult.Committed;
    }

    @Override
    public boolean mayFollowFailure() {
        return entry instanceof Entry.EndRun end && end.status() != RunStatus.SUCCEEDED;
    }

    @Override
    public long weight() {
        return 256 + (entry instanceof Entry.AppendLog log ? bytes(log) : 0);
    }

    private static long bytes(Entry.AppendLog log) {
        return log.chunks().stream().mapToLong(chunk -> chunk.bytes().length).sum();
    }
}
