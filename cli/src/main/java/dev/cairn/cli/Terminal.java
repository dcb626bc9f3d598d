package dev.cairn.cli;

import dev.cairn.runtime.internal.FailureText;
import dev.cairn.runtime.internal.HiddenTexts;
import dev.cairn.runtime.internal.PlainText;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Map;

/**
 * Where commands print to. Text from elsewhere is neutralised here, so that it cannot steer the terminal; secrets are hidden from the
 * moment on at which they are known. Thread-safe.
 */
@SuppressWarnings("DefaultCharset") // that of the streams, which knows how to encode for them
final class Terminal {
    private final boolean ofProcess;
    private volatile PrintStream out;
    private volatile PrintStream err;
    private volatile HiddenTexts hidden = HiddenTexts.NONE;

    Terminal(PrintStream out, PrintStream err) {
        this(out, err, false);
    }

    private Terminal(PrintStream out, PrintStream err, boolean ofProcess) {
        this.out = out;
        this.err = err;
        this.ofProcess = ofProcess;
    }

    static Terminal ofProcess() {
        return new Terminal(System.out, System.err, true);
    }

    /** Shows how far a run has come: on a real terminal in lines that stay at its end, otherwise as lines. */
    ProgressDisplay progress(Map<String, String> environment) {
        return ofProcess && TerminalWindow.isThere(environment)
                ? new LiveProgress(goLive(), TerminalWindow::size, System::nanoTime)
                : new PlainProgress(this, System::nanoTime);
    }

    /** From now on, all that this process prints passes the screen, whoever prints it. */
    private LiveScreen goLive() {
        Charset charset = terminalCharset();
        LiveScreen screen = new LiveScreen(out, charset);
        out = new PrintStream(screen.through(out), true, charset);
        err = new PrintStream(screen.through(err), true, charset);
        System.setOut(out);
        System.setErr(err);
        return screen;
    }

    /** That of the standard output, which on Java 17 cannot be asked for it. */
    private static Charset terminalCharset() {
        String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
        try {
            return name == null ? Charset.defaultCharset() : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return Charset.defaultCharset();
        }
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

    /** What is worth to know while a command is at work, apart from its output. */
    void note(String text) {
        err.println(PlainText.of(hidden.hide(text)));
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
