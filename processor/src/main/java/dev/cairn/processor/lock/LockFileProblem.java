package dev.cairn.processor.lock;

import dev.cairn.processor.report.Nowhere;
import dev.cairn.processor.report.Problem;

/** The lock file is there, and can be read and written. */
public final class LockFileProblem {
    static final String ID = "lock-file";

    private LockFileProblem() {}

    /**
     * There is no such file.
     *
     * @param path where it is looked for
     */
    public static Problem missing(String path) {
        return Problem.error(ID, Nowhere.COMPILATION, "there is no lock file `" + path + "`")
                .fix(
                        "build once with `-Acairn.lock.write=compatible`, which creates it, and commit it. If it is there, mend"
                                + " the path that `-Acairn.lock` gives: it is relative to the directory in which the compiler runs.");
    }

    /** It is not what Cairn has written. */
    public static Problem damaged(String name, LockFormatException failure) {
        String headline = "line " + failure.line() + " of `" + name + "`: " + failure.getMessage();
        return Problem.error(ID, Nowhere.COMPILATION, headline)
                .fix(
                        failure.isConflict()
                                ? "resolve it as in source code, then build once with `-Acairn.lock.write=compatible`."
                                : "restore the file from version control.");
    }

    /** The system does not let it be read, or written. */
    public static Problem failed(String name, String verb, Exception failure) {
        return Problem.error(ID, Nowhere.COMPILATION, "the lock file `" + name + "` cannot be " + verb)
                .detail("cause", String.valueOf(failure));
    }
}
