package dev.cairn.cli;

/** The exit statuses of the process. */
final class ExitStatus {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int INTERRUPTED = 130;
    static final int TERMINATED = 143;

    private ExitStatus() {}
}
