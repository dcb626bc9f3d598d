package dev.cairn.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * A terminal whose last lines are drawn again and again. What others print appears above them: they are wiped first, and drawn again
 * below once a line has ended. Thread-safe.
 */
final class LiveScreen {
    private static final String UP = "\u001b[%dA";
    private static final String WIPE_BELOW = "\r\u001b[J";

    private final PrintStream terminal;
    private final Charset charset;
    private List<String> lines = List.of(); // this and what follows: guarded by this
    private int drawn;
    private boolean atLineStart = true;

    /** A screen whose lines are drawn on {@code terminal}. */
    LiveScreen(PrintStream terminal, Charset charset) {
        this.terminal = terminal;
        this.charset = charset;
    }

    /** A stream for others that leads to {@code target}, which appears on the same terminal. */
    OutputStream through(PrintStream target) {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (length > 0) {
                    print(target, bytes, offset, length);
                }
            }

            @Override
            public void flush() {
                target.flush();
            }
        };
    }

    private synchronized void print(PrintStream target, byte[] bytes, int offset, int length) throws IOException {
        wipe();
        target.write(bytes, offset, length);
        target.flush();
        atLineStart = bytes[offset + length - 1] == '\n';
        if (target.checkError()) {
            throw new IOException("the terminal is gone");
        }
    }

    /** Draws these lines instead of those before, unless somebody is in the middle of a line: then with the next call. */
    synchronized void draw(List<String> newLines) {
        boolean same = drawn == newLines.size() && lines.equals(newLines);
        if (same || !atLineStart) {
            return;
        }
        StringBuilder text = new StringBuilder();
        if (drawn > 0) {
            text.append(UP.formatted(drawn)).append(WIPE_BELOW);
        }
        newLines.forEach(line -> text.append(line).append('\n'));
        write(text.toString());
        lines = new ArrayList<>(newLines);
        drawn = newLines.size();
    }

    /** Wipes the lines. */
    synchronized void wipe() {
        if (drawn > 0) {
            write(UP.formatted(drawn) + WIPE_BELOW);
            drawn = 0;
        }
    }

    private void write(String text) {
        byte[] bytes = text.getBytes(charset);
        terminal.write(bytes, 0, bytes.length);
        terminal.flush();
    }
}
