package dev.cairn.samples.failures;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** What a step can do to its run, and to its process. */
final class Harm {
    private static final List<byte[]> KEPT = new ArrayList<>();

    private Harm() {}

    static void doIt(String what, String directory) throws Exception {
        if (what.equals("none")) {
            return;
        }
        awaitCode();
        switch (what) {
            case "throw" -> throw new IllegalStateException("no data");
            case "throw-mute" -> throw new Mute();
            case "overflow" -> overflow(0);
            case "memory" -> KEPT.add(new byte[Integer.MAX_VALUE - 8]);
            case "fill" -> fill();
            case "deaf" -> deaf();
            case "socket" -> accept();
            case "term" -> {
                signal("TERM");
                new CountDownLatch(1).await();
            }
            case "term-deaf" -> {
                signal("TERM");
                deaf();
            }
            case "term-socket" -> {
                signal("TERM");
                accept();
            }
            case "exit" -> System.exit(0);
            case "halt" -> Runtime.getRuntime().halt(3);
            case "crash" -> {
                signal("SEGV");
                new CountDownLatch(1).await();
            }
            case "kill" -> {
                signal("KILL");
                new CountDownLatch(1).await();
            }
            case "threads" -> new Thread(Harm::deaf, "left-behind").start();
            case "delete" -> delete(Path.of(directory));
            default -> throw new IllegalArgumentException(what);
        }
    }

    /** A run whose process dies before the code of its steps is stored cannot be reused, and all this takes no time. */
    private static void awaitCode() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("cairn-fingerprints")) {
                thread.join();
            }
        }
    }

    /** An exception that throws when it is asked what happened. */
    private static final class Mute extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new IllegalStateException("not even that");
        }
    }

    private static int overflow(int depth) {
        return overflow(depth + 1) + 1;
    }

    /** Keeps the heap full, whatever anybody else would need of it. */
    @SuppressWarnings("InfiniteLoopStatement")
    private static void fill() {
        int size = 1 << 20;
        while (true) {
            try {
                KEPT.add(new byte[size]);
            } catch (OutOfMemoryError e) {
                size = Math.max(16, size / 2);
            }
        }
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private static void deaf() {
        while (true) {
            LockSupport.park();
            Thread.interrupted();
        }
    }

    /** Waits for somebody who never comes; an interrupt does not end this. */
    private static void accept() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            socket.accept();
        }
    }

    private static void signal(String name) throws IOException, InterruptedException {
        long process = ProcessHandle.current().pid();
        new ProcessBuilder("kill", "-" + name, String.valueOf(process)).start().waitFor();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
