package dev.cairn.cli;

import dev.cairn.engine.ProcessEnd;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/** A process that is there for one run: where that cannot end by itself, the process ends, with the status of a failure. */
final class FlowProcess implements ProcessEnd {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LOOK_MILLIS = 20;
    private static final byte[] MEMORY_LOST = ("the run was stopped: the Java heap was full and stayed full."
                    + " Make it larger with -Xmx, or keep fewer objects in memory." + System.lineSeparator())
            .getBytes(StandardCharsets.UTF_8);

    private static final byte[] DATASTORE_SILENT = ("the run was stopped: its datastore does not respond."
                    + " Check its disk or network, and run the flow again." + System.lineSeparator())
            .getBytes(StandardCharsets.UTF_8);

    private final Terminal terminal;
    private final String subject;
    private final int statusOfLoss;
    private final FileOutputStream standardError = new FileOutputStream(FileDescriptor.err);
    private final Set<Thread> threadsBefore = Thread.getAllStackTraces().keySet();

    FlowProcess(Terminal terminal) {
        this(terminal, "the run", ExitStatus.FAILED);
    }

    /**
     * As is said.
     *
     * @param subject what a step stops that ends the process
     * @param statusOfLoss the exit status if nobody could store how it ended
     */
    private FlowProcess(Terminal terminal, String subject, int statusOfLoss) {
        this.terminal = terminal;
        this.subject = subject;
        this.statusOfLoss = statusOfLoss;
    }

    /** The same for a process that is there for one task: its attempt failed, and somebody else drives the run. */
    FlowProcess ofTask() {
        return new FlowProcess(terminal, "its attempt", ExitStatus.SURROUNDINGS_FAILED);
    }

    /** A step that calls {@code System.exit(0)} may be what looks like a success to whoever started the process. */
    @Override
    public void exitStarted(String caller) {
        terminal.error(caller + " called System.exit, which stopped " + subject + "; the exit status is "
                + ExitStatus.FAILED + ". End a step by returning from it, or by throwing an exception.");
    }

    @Override
    public void exitCalled(String caller) {
        awaitOtherHooks();
        Runtime.getRuntime().halt(ExitStatus.FAILED);
    }

    @Override
    public void memoryLost() {
        halt(MEMORY_LOST);
    }

    @Override
    public void datastoreSilent() {
        halt(DATASTORE_SILENT);
    }

    private void halt(byte[] reason) {
        try {
            standardError.write(reason);
        } catch (IOException e) {
            // nobody will know
        }
        Runtime.getRuntime().halt(statusOfLoss);
    }

    /** Other hooks, and the command that says how the run ended, are threads that came since; the threads that the flow left behind look the same, so it waits for a while only. */
    private void awaitOtherHooks() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end
                && Thread.getAllStackTraces().keySet().stream().anyMatch(this::mayBeHook)) {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private boolean mayBeHook(Thread thread) {
        return !thread.isDaemon()
                && thread != Thread.currentThread()
                && !threadsBefore.contains(thread)
                && (!thread.getName().startsWith("cairn-") || thread.getName().equals(Interrupts.HOOK))
                && !thread.getName().equals("DestroyJavaVM");
    }
}
