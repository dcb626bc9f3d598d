package dev.cairn.datastore;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Tells whether runs that have not ended are alive. A run that the process which started it drives is alive as long as it gives signs of life,
 * see {@link Lease}. A run that an engine of other machines drives belongs to that engine, without any limit of time: all of its workers
 * may be gone for a day, and come back. So the engine is asked. Thread-safe.
 */
public final class RunOwners {
    /** An engine that did not respond is not asked again for so long: there may be many runs of it. */
    private static final long SILENT_NANOS = Duration.ofSeconds(10).toNanos();

    private static final Map<String, Long> SILENT = new ConcurrentHashMap<>(); // when it was asked, by URL

    private RunOwners() {}

    /**
     * Whether a run is alive, for those who only look: an engine is asked only if the run gives no sign of life.
     *
     * @param run a run that has not ended
     * @param now the time
     * @return not {@link RunLife#ABSENT}
     */
    public static RunLife look(RunRecord run, Instant now) {
        return isSilent(run, now) ? find(run, now) : RunLife.ALIVE;
    }

    /**
     * Whether a run is alive; its engine, if it has one, is asked.
     *
     * @param run a run that has not ended
     * @param now the time
     * @return not {@link RunLife#ABSENT}
     */
    public static RunLife find(RunRecord run, Instant now) {
        RunLife answer = ask(run);
        if (answer != RunLife.ABSENT) {
            return answer;
        }
        return isSilent(run, now) ? RunLife.GONE : RunLife.ALIVE;
    }

    /**
     * Ends a run that nobody drives any more, as {@link Runs#endDied} does. From then on nothing more is stored for it.
     *
     * @param runs where it is stored
     * @param run a run that had not ended
     * @param force whether to end it too if its engine cannot be asked
     * @return {@link RunLife#GONE} if it has ended; otherwise why it has not
     */
    public static RunLife end(Runs runs, RunRecord run, boolean force) {
        RunLife answer = ask(run);
        if (answer == RunLife.ABSENT) {
            return runs.endDied(run.id(), Lease.DURATION) || hasEnded(runs, run) ? RunLife.GONE : RunLife.ALIVE;
        } else if (answer == RunLife.GONE || answer == RunLife.UNKNOWN && force) {
            return runs.endDied(run.id(), Duration.ZERO) || hasEnded(runs, run) ? RunLife.GONE : RunLife.ALIVE;
        }
        return answer;
    }

    private static boolean hasEnded(Runs runs, RunRecord run) {
        return runs.find(run.id())
                .filter(now -> now.status() == RunStatus.RUNNING)
                .isEmpty();
    }

    private static boolean isSilent(RunRecord run, Instant now) {
        return run.heartbeatAt().plus(Lease.DURATION).isBefore(now);
    }

    /** {@link RunLife#ABSENT} if it has no engine. */
    private static RunLife ask(RunRecord run) {
        Optional<String> engine = RunAttributes.engine(run);
        return engine.isEmpty() ? RunLife.ABSENT : ask(engine.get(), run.id());
    }

    private static RunLife ask(String engine, RunId run) {
        Long silent = SILENT.get(engine);
        if (silent != null && System.nanoTime() - silent < SILENT_NANOS) {
            return RunLife.UNKNOWN;
        }
        RunLife answer =
                provider(engine).map(provider -> provider.life(engine, run)).orElse(RunLife.UNKNOWN);
        if (answer == RunLife.UNKNOWN) {
            SILENT.put(engine, System.nanoTime());
        } else {
            SILENT.remove(engine);
        }
        return answer;
    }

    private static Optional<RunOwnerProvider> provider(String engine) {
        return Stream.concat(
                        ServiceLoader.load(RunOwnerProvider.class, RunOwners.class.getClassLoader()).stream(),
                        ServiceLoader.load(RunOwnerProvider.class).stream())
                .map(ServiceLoader.Provider::get)
                .filter(provider -> engine.startsWith(provider.scheme() + ":"))
                .findFirst();
    }
}
