package dev.cairn.cli;

import dev.cairn.maintenance.GarbageReport;
import dev.cairn.runtime.internal.ByteSize;
import dev.cairn.view.GarbageView;

/** Prints what a garbage collection deleted, or would delete: the runs, a line each, then how much there is of all. */
record ShownGarbage(GarbageView view) implements Shown {
    @Override
    public void print(Surroundings surroundings) {
        GarbageReport report = view.report();
        Terminal terminal = surroundings.terminal();
        report.runs().forEach(terminal::line);
        terminal.line((view.deleted() ? "Deleted " : "Would delete ")
                + Amounts.count(report.runs().size(), "run") + " and "
                + (view.deleted() ? "" : "up to ") + Amounts.count(report.blobs(), "value")
                + " that nothing else refers to (" + ByteSize.text(report.bytes()) + ") in " + view.url() + ".");
    }
}
