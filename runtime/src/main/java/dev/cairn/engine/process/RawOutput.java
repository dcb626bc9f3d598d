package dev.cairn.engine.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What a process writes to a standard stream past {@code System.out} and {@code System.err}: native code, or a virtual machine that
 * crashes. It is passed on, and the last lines are remembered. Thread-safe.
 */
final class RawOutput {
    private static final int LINES = 60;
    private static final int LINE_BYTES = 2000;
    private static final int BUFFER_BYTES = 8192;

    private final InputStream from;
    private final Supplier<PrintStream> to;
    private final Deque<String> last = new ArrayDeque<>(); // this and what follows: guarded by this
    private final StringBuilder open = new StringBuilder();
    private final Thread thread;

    /** @param to asked each time: the stream may be replaced meanwhile. The thread that prints there must not look like one of Cairn's. */
    RawOutput(InputStream from, Supplier<PrintStream> to, String name) {
        this.from = from;
        this.to = to;
        this.thread = new Thread(this::pump, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void pump() {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (from) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                remember(buffer, read);
                to.get().write(buffer, 0, read);
                to.get().flush();
            }
        } catch (IOException e) {
            // the process has gone
        }
    }

    /** For messages: what is not ASCII need not be exact. */
    private synchronized void remember(byte[] bytes, int count) {
        for (char character : new String(bytes, 0, count, StandardCharsets.ISO_8859_1).toCharArray()) {
            if (character == '\n') {
                last.add(open.toString());
                open.setLength(0);
                if (last.size() > LINES) {
                    last.remove();
                }
            } else if (open.length() < LINE_BYTES && character != '\r') {
                open.append(character);
            }
        }
    }

    /** The last lines, once the process has ended. */
    List<String> lastLines() {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2)); // a process that the child started may have the stream open
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            List<String> lines = new ArrayList<>(last);
            if (open.length() > 0) {
                lines.add(open.toString());
            }
            return lines;
        }
    }
}
