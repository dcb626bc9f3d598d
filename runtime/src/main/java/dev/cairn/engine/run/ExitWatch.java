package dev.cairn.engine.run;

import dev.cairn.engine.ProcessEnd;
import dev.cairn.engine.task.RunGuard;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * Ends a run in good order, as stopped, when a step calls {@code System.exit}: that call never returns, and the process would
 * wait for the task in vain.
 */
public final class ExitWatch implements AutoCloseable {
    private static final int MOST_SECONDS = 10;

    private final RunGuard guard;
    private final ProcessEnd processEnd;
    private final Thread runner = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::exit, "cairn-exit-watch");

    /** Watches until it is closed. The calling thread is the one that waits for the run; it is interrupted. */
    public ExitWatch(RunGuard guard, ProcessEnd processEnd) {
        this.guard = guard;
        this.processEnd = processEnd;
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process ends already
        }
    }

    private void exit() {
        Map<Thread, StackTraceElement[]> threads = new LinkedHashMap<>();
        guard.threads().forEach(thread -> threads.put(thread, thread.getStackTrace()));
        Thread.getAllStackTraces().forEach(threads::putIfAbsent);
        for (Map.Entry<Thread, StackTraceElement[]> thread : threads.entrySet()) {
            if (callsExit(thread.getValue())) {
                String task = guard.taskOf(thread.getKey());
                if (task == null && processEnd == ProcessEnd.LEAVE) {
                    return; // it is for the application to say when it ends
                }
                String caller = task == null ? "thread `" + thread.getKey().getName() + "`" : "task " + task;
                processEnd.exitStarted(caller);
                if (task != null) {
                    guard.exit(thread.getKey());
                    LoggerFactory.getLogger(ExitWatch.class)
                            .warn("task {} called System.exit, which stops its run", task);
                    runner.interrupt();
                }
                awaitEnd();
                processEnd.exitCalled(caller);
                return;
            }
        }
    }

    /** Whether something called {@code System.exit}, rather than a signal, so that this process ends. */
    public static boolean isExiting() {
        return Thread.getAllStackTraces().values().stream().anyMatch(ExitWatch::callsExit);
    }

    private static boolean callsExit(StackTraceElement[] frames) {
        return Arrays.stream(frames)
                .anyMatch(frame -> frame.getClassName().equals("java.lang.Runtime")
                        && frame.getMethodName().equals("exit"));
    }

    private void awaitEnd() {
        try {
            ended.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process ends, and the hook is what let the run end before
        }
    }
}
