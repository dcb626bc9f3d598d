package dev.cairn.cli;

import dev.cairn.cli.TerminalWindow.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Progress on a terminal: below all that is printed, a line for each step that runs. The counts are sampled a few times a second, however
 * many tasks there are. Thread-safe.
 */
final class LiveProgress implements ProgressDisplay {
    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final int MOST_LINES = 12;
    private static final String INDENT = "  ";
    private static final String GAP = "  ";

    private final LiveScreen screen;
    private final Supplier<Size> window;
    private final LongSupplier nanoTime;
    private final Map<String, Rate> rates = new HashMap<>(); // this and what follows: guarded by this
    private @Nullable Size size;
    private boolean closed;
    private volatile @Nullable RunProgress progress;
    private volatile @Nullable Ticker ticker;

    LiveProgress(LiveScreen screen, Supplier<Size> window, LongSupplier nanoTime) {
        this.screen = screen;
        this.window = window;
        this.nanoTime = nanoTime;
    }

    @Override
    public void start(RunProgress run) {
        progress = run;
        Signals.handle("WINCH", this::resized);
        ticker = Ticker.start(INTERVAL, this::sample);
    }

    private synchronized void resized() {
        size = null;
    }

    @Override
    public void stepStarted(StepProgress.State step) {
        // the next sample shows it
    }

    @Override
    public void stepEnded(StepProgress.State step) {
        // the next sample does not show it any more
    }

    synchronized void sample() {
        RunProgress run = progress;
        if (closed || run == null) {
            return;
        }
        Size current = size == null ? window.get() : size;
        size = current;
        screen.draw(lines(run.states(), current));
    }

    private List<String> lines(List<StepProgress.State> states, Size current) {
        List<StepProgress.State> open = new ArrayList<>();
        for (StepProgress.State step : states) {
            rates.computeIfAbsent(step.step(), unused -> new Rate()).sample(nanoTime.getAsLong(), step.done());
            if (step.isOpen()) {
                open.add(step);
            }
        }
        int room = Math.max(1, Math.min(MOST_LINES, current.lines() - 1));
        int shown = open.size() <= room ? open.size() : room - 1;
        int width = open.stream()
                .limit(shown)
                .mapToInt(step -> TextWidth.of(step.step()))
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        for (StepProgress.State step : open.subList(0, shown)) {
            double rate = rates.getOrDefault(step.step(), new Rate()).perSecond();
            String name = step.step() + " ".repeat(width - TextWidth.of(step.step()));
            lines.add(TextWidth.cut(INDENT + name + GAP + ProgressText.going(step, rate), current.columns() - 1));
        }
        if (shown < open.size()) {
            lines.add(TextWidth.cut(
                    INDENT + "and " + Amounts.count(open.size() - shown, "more step"), current.columns() - 1));
        }
        return lines;
    }

    @Override
    public void close() {
        Ticker open = ticker;
        if (open != null) {
            open.close();
        }
        synchronized (this) {
            closed = true;
            screen.wipe();
        }
    }
}
