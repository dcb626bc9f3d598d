package dev.cairn.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/** Checks that what a process printed was written: a {@link PrintStream} does not report errors by itself. */
final class StandardOutput {
    private StandardOutput() {}

    /** The status with which the process ends; that of a failure, with a sentence, if its output was lost. */
    static int check(int status, Terminal terminal) {
        if (terminal.isOutputCourtesy() || !terminal.out().checkError()) {
            return status;
        }
        String problem = problem();
        if (isClosedPipe(problem)) {
            return status; // whoever read it has read enough
        }
        terminal.error("part of the output could not be written" + (problem.isEmpty() ? "" : ": " + problem)
                + ". Make sure that there is room for it, and try again.");
        return status == ExitStatus.OK ? ExitStatus.FAILED : status;
    }

    /** What the operating system says of one more byte; empty if nothing. */
    @SuppressWarnings("resource") // closing it would close the standard output
    private static String problem() {
        try {
            new FileOutputStream(FileDescriptor.out).write('\n');
            return "";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Linux, macOS and Windows have nothing but the text to tell. */
    private static boolean isClosedPipe(String problem) {
        return problem.toLowerCase(Locale.ROOT).contains("pipe");
    }
}
