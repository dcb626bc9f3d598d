package dev.cairn.cli;

import java.io.OutputStream;
import java.io.PrintStream;

/** Prints to a stream that hides errors, and ends the command once nobody reads it. What writes to it has a buffer. */
final class WatchedOutput extends OutputStream {
    private final PrintStream stream;

    WatchedOutput(PrintStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        stream.write(bytes, offset, length);
        flush();
    }

    /** @throws ClosedOutputException if nobody reads */
    @Override
    public void flush() {
        if (stream.checkError()) { // which flushes
            throw new ClosedOutputException();
        }
    }
}
