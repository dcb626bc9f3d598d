package dev.cairn.transfer;

import dev.cairn.CairnException;
import java.nio.file.Path;

/** A file cannot be imported. No run of it is visible in the datastore. */
public final class ImportRefusedException extends CairnException {
    private static final long serialVersionUID = 1;

    ImportRefusedException(Path file, String reason) {
        super("`" + file + "` cannot be imported: " + reason);
    }
}
