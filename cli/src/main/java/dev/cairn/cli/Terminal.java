package dev.cairn.cli;

import dev.cairn.runtime.internal.FailureText;
import dev.cairn.runtime.internal.HiddenTexts;
import dev.cairn.runtime.internal.PlainText;
import java.io.PrintStream;
import java.io.PrintWriter;

/**
 * Where commands print to. Text from elsewhere is neutralised here, so that it cannot steer the terminal; secrets are hidden from the
 * moment on at which they are known. Thread-safe.
 */
@SuppressWarnings("DefaultCharset") // that of the streams, which knows how to encode for them
final class Terminal {
    private final PrintStream out;
    private final PrintStream err;
    private volatile HiddenTexts hidden = HiddenTexts.NONE;

    Terminal(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    static Terminal ofProcess() {
        return new Terminal(System.out, System.err);
    }

    /** From now on these texts are not shown. */
    void hide(HiddenTexts texts) {
        hidden = texts;
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    void line(String text) {
        out.println(PlainText.of(hidden.hide(text)));
    }

    /** An error, which may have several lines. */
    void error(String text) {
        err.println(PlainText.ofLines(hidden.hide(text)));
    }

    /** The whole story, for {@code --debug}. */
    void trace(Throwable failure) {
        err.print(FailureText.trace(failure, hidden));
    }

    PrintWriter outWriter() {
        return new PrintWriter(out, true);
    }

    PrintWriter errWriter() {
        return new PrintWriter(err, true);
    }
}
