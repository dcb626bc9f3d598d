package dev.cairn.transfer;

import dev.cairn.CairnException;

/** Runs cannot be exported. Nothing is left of the file. */
public final class ExportRefusedException extends CairnException {
    private static final long serialVersionUID = 1;

    ExportRefusedException(String message) {
        super(message);
    }

    ExportRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
