package dev.cairn.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a command end in good order when the process is told to stop, by Ctrl-C for example. */
final class Interrupts {
    /** The name of the thread that waits, when the process ends, until the command has ended. */
    static final String HOOK = "cairn-interrupt";

    private static final int SECONDS_TO_END = 20;

    private Interrupts() {}

    /** Calls {@code command}; if the process is told to stop meanwhile, interrupts it and waits until it has ended. */
    static <T> T during(Callable<T> command) throws Exception {
        Thread caller = Thread.currentThread();
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> interrupt(caller, ended), HOOK);
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            caller.join(); // the process ends before the command has begun: there is nothing to do but wait for that
        }
        try {
            return command.call();
        } finally {
            ended.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // the process is ending already, and the hook is what let the command end
            }
        }
    }

    private static void interrupt(Thread caller, CountDownLatch ended) {
        SecondInterrupt.haltsTheProcess();
        caller.interrupt();
        try {
            ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
