package dev.cairn.processor.lock;

/** A lock file is damaged. */
public final class LockFormatException extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;
    private final boolean conflict;

    private LockFormatException(int line, boolean conflict, String problem) {
        super(problem);
        this.line = line;
        this.conflict = conflict;
    }

    /** A line that nothing in the format explains. */
    static LockFormatException at(int line, String problem) {
        return new LockFormatException(line, false, problem);
    }

    /** A line that a merge has left. */
    static LockFormatException conflict(int line) {
        return new LockFormatException(line, true, "a merge conflict is not resolved");
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** Whether it is a merge that was not finished. */
    public boolean isConflict() {
        return conflict;
    }
}
