package dev.cairn.engine.output;

import dev.cairn.datastore.LogLine;
import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * The standard streams of this process. While a run is alive that captures them, they are {@link CapturedStream}s, which find out here
 * whose the output of a thread is. Thread-safe.
 *
 * <p>A thread that was started within a step belongs to that task. The threads of the common pool serve everybody, so they belong to no
 * task, whichever of them started them. What belongs to no task is the run's if only one run is alive, otherwise nobody's: then it goes
 * where it would go without Cairn.
 */
public final class StandardStreams {
    /** How the names of Cairn's own threads start: their output is no run's, because a run's output needs some of them. */
    private static final String OWN_THREAD = "cairn-";

    private static final InheritableThreadLocal<@Nullable OutputSource> INHERITED = new InheritableThreadLocal<>();
    private static final ThreadLocal<Here> HERE = ThreadLocal.withInitial(Here::new);
    private static final Set<RunOutput> ALIVE = new LinkedHashSet<>(); // guarded by the class
    private static volatile @Nullable RunOutput only;

    /** What is known of one thread. */
    private static final class Here {
        private @Nullable OutputSource entered;
        private boolean passing;
    }

    private StandardStreams() {}

    /** {@code System.out} as it is without capturing. */
    public static PrintStream out() {
        return System.out instanceof CapturedStream captured ? captured.original() : System.out;
    }

    /** {@code System.err} as it is without capturing. */
    public static PrintStream err() {
        return System.err instanceof CapturedStream captured ? captured.original() : System.err;
    }

    /** {@code System.out} as it is now, whatever it is: what is printed there belongs to the thread that prints. */
    public static PrintStream current() {
        return System.out;
    }

    /** {@code System.err} as it is now. */
    public static PrintStream currentErr() {
        return System.err;
    }

    static synchronized void add(RunOutput run) {
        ALIVE.add(run);
        if (run.captures() && !(System.out instanceof CapturedStream)) {
            System.setOut(new CapturedStream(LogLine.Stream.OUT, System.out));
        }
        if (run.captures() && !(System.err instanceof CapturedStream)) {
            System.setErr(new CapturedStream(LogLine.Stream.ERR, System.err));
        }
        only = onlyRun();
    }

    /** Puts the streams back after the last run, unless somebody has replaced them: what is below that passes everything on. */
    static synchronized void remove(RunOutput run) {
        ALIVE.remove(run);
        only = onlyRun();
        if (ALIVE.stream().noneMatch(RunOutput::captures)) {
            while (System.out instanceof CapturedStream captured) {
                System.setOut(captured.original());
            }
            while (System.err instanceof CapturedStream captured) {
                System.setErr(captured.original());
            }
        }
    }

    /** The only run that is alive, which may have several runners; null if there are several, or if it does not capture. */
    private static @Nullable RunOutput onlyRun() {
        RunOutput first = ALIVE.stream().findFirst().orElse(null);
        return first != null
                        && first.captures()
                        && ALIVE.stream().allMatch(run -> run.id().equals(first.id()))
                ? first
                : null;
    }

    /** The source of this thread, or of the one that started it; null if there is none. */
    static @Nullable OutputSource source() {
        OutputSource entered = HERE.get().entered;
        return entered != null || isCommon(Thread.currentThread()) ? entered : INHERITED.get();
    }

    /** Lets the output of this thread, and of those that it starts, be of {@code source}; what was before. */
    static @Nullable OutputSource enter(OutputSource source) {
        Here here = HERE.get();
        OutputSource before = here.entered;
        here.entered = source;
        INHERITED.set(source);
        return before;
    }

    static void leave(@Nullable OutputSource before) {
        HERE.get().entered = before;
        if (before == null) {
            INHERITED.remove();
        } else {
            INHERITED.set(before);
        }
    }

    /** Does {@code action}; what it prints is nobody's, so that printing a line does not make another one. */
    static void passing(Runnable action) {
        Here here = HERE.get();
        boolean before = here.passing;
        here.passing = true;
        try {
            action.run();
        } finally {
            here.passing = before;
        }
    }

    /** Gives {@code piece} to the log that the output of this thread belongs to; false if it is nobody's. */
    static boolean write(Piece piece) {
        Here here = HERE.get();
        if (here.passing) {
            return false;
        }
        Thread thread = Thread.currentThread();
        OutputSource source = here.entered;
        if (source == null && thread.getName().startsWith(OWN_THREAD)) {
            return false;
        }
        boolean exact = source != null;
        source = exact ? source : INHERITED.get();
        OutputLog task = source == null || !exact && isCommon(thread) ? null : source.task();
        if (task != null && piece.writeTo(task)) {
            return true;
        }
        RunOutput run = source == null ? only : source.run();
        OutputLog log = run == null ? null : run.log();
        return log != null && piece.writeTo(log);
    }

    /** Something to write. */
    @FunctionalInterface
    interface Piece {
        /** False if nothing more belongs to {@code log}. */
        boolean writeTo(OutputLog log);
    }

    private static boolean isCommon(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool();
    }
}
