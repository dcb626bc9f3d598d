package dev.cairn.cli;

/** What the command line names is not stored. The message says what is, if that helps. */
final class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotFoundException(String message) {
        super(message);
    }
}
