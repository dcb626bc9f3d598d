package dev.cairn.cli;

/** Nobody reads what a command prints any more, so that it need not go on. */
final class ClosedOutputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ClosedOutputException() {
        super("the output is closed", null, false, false);
    }
}
