package dev.cairn.datastore.support;

import dev.cairn.CairnException;

/** A record of a store is not what was written. The message says which, but not where: whoever reads the store adds that. */
public final class DamagedRecordException extends CairnException {
    private static final long serialVersionUID = 1;

    /** With how it is damaged. */
    public DamagedRecordException(String how) {
        super(how);
    }
}
