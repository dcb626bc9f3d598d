package dev.cairn.cli;

/** The exit statuses of the process. */
final class ExitStatus {
    static final int OK = 0;

    /** The run failed, or what was asked for is damaged. */
    static final int FAILED = 1;

    /** Wrong usage, or no such run, step or task. */
    static final int USAGE = 2;

    /** Of {@code step}: the same would happen again. As {@code EX_DATAERR} of {@code sysexits.h}. */
    static final int NOT_WORTH_RETRYING = 65;

    /** Of {@code step}: nothing is stored, because something around it failed. As {@code EX_TEMPFAIL} of {@code sysexits.h}. */
    static final int SURROUNDINGS_FAILED = 75;

    static final int INTERRUPTED = 130;
    static final int TERMINATED = 143;

    private ExitStatus() {}
}
