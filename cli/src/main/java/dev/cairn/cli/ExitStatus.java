package dev.cairn.cli;

/** The exit statuses of the process. */
final class ExitStatus {
    static final int OK = 0;

    /** The run failed, or what was asked for is damaged. */
    static final int FAILED = 1;

    /** Wrong usage, or no such run, step or task. */
    static final int USAGE = 2;

    static final int INTERRUPTED = 130;
    static final int TERMINATED = 143;

    private ExitStatus() {}
}
