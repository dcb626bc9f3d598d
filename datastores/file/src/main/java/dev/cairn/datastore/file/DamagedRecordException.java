package dev.cairn.datastore.file;

import java.sql.SQLException;

/** A record in the database is not what was written. */
final class DamagedRecordException extends SQLException {
    private static final long serialVersionUID = 1;

    DamagedRecordException(String how) {
        super(how);
    }
}
