package dev.cairn.cli;

import dev.cairn.runtime.internal.FailureText;
import dev.cairn.runtime.internal.HiddenTexts;
import dev.cairn.runtime.internal.PlainText;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where commands print to. Text from elsewhere is neutralised here, so that it cannot steer the terminal; secrets are hidden from the
 * moment on at which they are known. Thread-safe.
 */
@SuppressWarnings("DefaultCharset") // that of the streams, which knows how to encode for them
final class Terminal {
    private static final int LINES_UNWATCHED = 1000;

    private final boolean ofProcess;
    private final boolean hasColours;
    private final Charset charset;
    private final AtomicLong lines = new AtomicLong();
    private volatile PrintStream out;
    private volatile PrintStream err;
    private volatile boolean endsWhenClosed;
    private volatile HiddenTexts hidden = HiddenTexts.NONE;
    private volatile boolean courtesy;

    /** A terminal without colours. */
    Terminal(PrintStream out, PrintStream err) {
        this(out, err, false, StandardCharsets.UTF_8);
    }

    Terminal(PrintStream out, PrintStream err, boolean hasColours, Charset charset) {
        this(out, err, hasColours, charset, false);
    }

    private Terminal(PrintStream out, PrintStream err, boolean hasColours, Charset charset, boolean ofProcess) {
        this.out = out;
        this.err = err;
        this.hasColours = hasColours;
        this.charset = charset;
        this.ofProcess = ofProcess;
    }

    /** That of the process: it has colours if it is one, and nobody sets {@code NO_COLOR}. */
    static Terminal ofProcess() {
        return new Terminal(System.out, System.err, Colours.areShown(System.getenv()), terminalCharset(), true);
    }

    /** Shows how far a run has come: on a real terminal in lines that stay at its end, otherwise as lines. */
    ProgressDisplay progress(Map<String, String> environment) {
        return ofProcess && TerminalWindow.isThere(environment)
                ? new LiveProgress(goLive(), TerminalWindow::size, System::nanoTime)
                : new PlainProgress(this, System::nanoTime);
    }

    /** From now on, all that this process prints passes the screen, whoever prints it. */
    private LiveScreen goLive() {
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
            return Charset.forName(name == null ? System.getProperty("native.encoding", "UTF-8") : name);
        } catch (IllegalArgumentException e) {
            return Charset.defaultCharset();
        }
    }

    /** From now on these texts are not shown. */
    void hide(HiddenTexts texts) {
        hidden = texts;
    }

    /** Whether these characters can be printed in the encoding of the terminal. */
    boolean canPrint(String characters) {
        return charset.newEncoder().canEncode(characters);
    }

    /** From now on, a command that prints ends once nobody reads any more. A run does not: it goes on without readers. */
    void endWhenClosed() {
        endsWhenClosed = true;
    }

    /** Where commands print much that is plain already. */
    OutputStream watchedOut() {
        return new WatchedOutput(out);
    }

    /** From now on, it is no failure of the command if what it prints cannot be written: its result is elsewhere. */
    void outputIsCourtesy() {
        courtesy = true;
    }

    /** Whether it is no failure of the command if what it prints cannot be written. */
    boolean isOutputCourtesy() {
        return courtesy;
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    void line(String text) {
        print(PlainText.of(hidden.hide(text)));
    }

    /** Looks now and then whether somebody reads: what has much to print need not print it all. */
    private void print(String line) {
        out.println(line);
        if (endsWhenClosed && lines.incrementAndGet() % LINES_UNWATCHED == 0 && out.checkError()) {
            throw new ClosedOutputException();
        }
    }

    /** The first line of something. */
    void title(String text) {
        painted(paint(Style.TITLE, PlainText.of(text)));
    }

    /** {@code text} in a style, where there are colours; it must have been made plain. */
    String paint(Style style, String text) {
        return hasColours ? style.around(text) : text;
    }

    /** A line of parts that were made plain, some of which were painted. */
    void painted(String line) {
        print(hidden.hide(line));
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
        err.print(PlainText.ofLines(FailureText.trace(failure, hidden)));
    }

    PrintWriter outWriter() {
        return new PrintWriter(out, true);
    }

    PrintWriter errWriter() {
        return new PrintWriter(err, true);
    }
}
