package dev.cairn.transfer;

/** A file is not what an export writes; the message is the end of a sentence. */
final class BadExportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadExportException(String reason) {
        super(reason);
    }
}
