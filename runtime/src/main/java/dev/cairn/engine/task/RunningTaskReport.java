package dev.cairn.engine.task;

import dev.cairn.runtime.ReportPart;
import dev.cairn.runtime.TaskReport;
import dev.cairn.runtime.internal.HiddenTexts;
import dev.cairn.runtime.report.CollectedReport;
import java.util.List;
import java.util.Map;

/** The report of a task that runs. Thread-safe. */
public final class RunningTaskReport implements TaskReport {
    private final CollectedReport collected;
    private final Lifetime lifetime;

    /**
     * An empty report.
     *
     * @param hidden what it may not show
     * @param lifetime when something can be added
     */
    public RunningTaskReport(HiddenTexts hidden, Lifetime lifetime) {
        this.collected = new CollectedReport(hidden::hide);
        this.lifetime = lifetime;
    }

    /** What was added. */
    public List<ReportPart> parts() {
        return collected.parts();
    }

    @Override
    public TaskReport heading(String text) {
        return during(() -> collected.heading(text));
    }

    @Override
    public TaskReport text(String text) {
        return during(() -> collected.text(text));
    }

    @Override
    public TaskReport table(List<String> columns, List<? extends List<?>> rows) {
        return during(() -> collected.table(columns, rows));
    }

    @Override
    public TaskReport lineChart(String title, Map<String, double[]> lines) {
        return during(() -> collected.lineChart(title, lines));
    }

    @Override
    public TaskReport barChart(String title, Map<String, ? extends Number> bars) {
        return during(() -> collected.barChart(title, bars));
    }

    @Override
    public TaskReport image(String description, byte[] image) {
        return during(() -> collected.image(description, image));
    }

    private TaskReport during(Runnable addition) {
        lifetime.during(addition);
        return this;
    }
}
