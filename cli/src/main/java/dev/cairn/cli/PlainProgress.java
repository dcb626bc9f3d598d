package dev.cairn.cli;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Progress as plain lines, for a file or a pipe: one when a step starts, one when it has ended, and now and then one between. They go to
 * the standard error, so that whoever reads the output of a flow does not read them. Thread-safe.
 */
final class PlainProgress implements ProgressDisplay {
    private static final Duration OFTEN = Duration.ofSeconds(10);
    private static final Duration SELDOM = Duration.ofMinutes(1);
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final Terminal terminal;
    private final LongSupplier nanoTime;
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final Map<String, Rate> rates = new HashMap<>(); // guarded by this
    private final Map<String, Duration> next = new HashMap<>(); // guarded by this
    private volatile @Nullable RunProgress progress;
    private volatile @Nullable Ticker ticker;

    PlainProgress(Terminal terminal, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.nanoTime = nanoTime;
    }

    @Override
    public void start(RunProgress run) {
        progress = run;
        ticker = Ticker.start(INTERVAL, this::sample);
    }

    @Override
    public void stepStarted(StepProgress.State step) {
        terminal.note(ProgressText.started(step));
    }

    @Override
    public void stepEnded(StepProgress.State step) {
        if (ended.add(step.step())) {
            terminal.note(ProgressText.ended(step));
        }
    }

    /** Says how far the open steps are: at first often, later once a minute. */
    synchronized void sample() {
        for (StepProgress.State step : states()) {
            Rate rate = rates.computeIfAbsent(step.step(), unused -> new Rate());
            rate.sample(nanoTime.getAsLong(), step.done());
            boolean due = step.since().compareTo(next.getOrDefault(step.step(), OFTEN)) >= 0;
            if (due && step.isOpen() && !ended.contains(step.step())) {
                next.put(step.step(), step.since().plus(step.since().compareTo(SELDOM) < 0 ? OFTEN : SELDOM));
                terminal.note("step " + step.step() + ": " + ProgressText.going(step, rate.perSecond()));
            }
        }
    }

    private List<StepProgress.State> states() {
        RunProgress run = progress;
        return run == null ? List.of() : run.states();
    }

    @Override
    public void close() {
        Ticker open = ticker;
        if (open != null) {
            open.close();
        }
        for (StepProgress.State step : states()) {
            if (ended.add(step.step())) {
                terminal.note(ProgressText.ended(step));
            }
        }
    }
}
