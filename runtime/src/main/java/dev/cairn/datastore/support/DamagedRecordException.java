package dev.cairn.datastore.support;

import dev.cairn.CairnException;

/** A record of a store is damaged. The message says which record; whoever reads the store adds the URL of the datastore. */
public final class DamagedRecordException extends CairnException {
    private static final long serialVersionUID = 1;

    /**
     * With a message that says how it is damaged.
     *
     * @param how what is wrong with the record, as the end of a sentence
     */
    public DamagedRecordException(String how) {
        super(how);
    }
}
