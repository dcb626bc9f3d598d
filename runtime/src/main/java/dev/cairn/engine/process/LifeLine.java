package dev.cairn.engine.process;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;

/**
 * Ties the life of this process to that of the one that started it: when its standard input ends, however that happened, this process
 * halts. Nothing that runs here, nor a signal, which a terminal sends to both, ends it before.
 */
public final class LifeLine {
    private static final int HALTED = 0;

    private LifeLine() {}

    /**
     * Holds on to the standard input; steps read an empty one.
     *
     * @param exits whether something here called {@code System.exit}, in contrast to a signal
     */
    public static void hold(BooleanSupplier exits) {
        InputStream input = new FileInputStream(FileDescriptor.in);
        System.setIn(InputStream.nullInputStream());
        Thread thread = new Thread(() -> haltAtEnd(input), "cairn-life-line");
        thread.setDaemon(true);
        thread.start();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (!exits.getAsBoolean()) {
                                awaitEnd(thread); // a signal: the other process says what becomes of the task
                            }
                        },
                        "cairn-signal"));
    }

    private static void haltAtEnd(InputStream input) {
        try {
            int read = input.read();
            while (read >= 0) {
                read = input.read();
            }
        } catch (IOException e) {
            // the end as well
        }
        Runtime.getRuntime().halt(HALTED);
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
