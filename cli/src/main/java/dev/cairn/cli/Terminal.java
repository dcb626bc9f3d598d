package dev.cairn.cli;

import dev.cairn.runtime.internal.FailureText;
import dev.cairn.runtime.internal.PlainText;
import java.io.PrintStream;
import java.io.PrintWriter;

/** Where commands print to. Text from elsewhere is neutralised here, so that it cannot steer the terminal. */
@SuppressWarnings("DefaultCharset") // that of the streams, which knows how to encode for them
record Terminal(PrintStream out, PrintStream err) {
    static Terminal ofProcess() {
        return new Terminal(System.out, System.err);
    }

    void line(String text) {
        out.println(PlainText.of(text));
    }

    /** An error, which may have several lines. */
    void error(String text) {
        err.println(PlainText.ofLines(text));
    }

    /** The whole story, for {@code --debug}. */
    void trace(Throwable failure) {
        err.print(FailureText.trace(failure));
    }

    PrintWriter outWriter() {
        return new PrintWriter(out, true);
    }

    PrintWriter errWriter() {
        return new PrintWriter(err, true);
    }
}
