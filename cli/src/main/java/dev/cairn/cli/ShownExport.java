package dev.cairn.cli;

import dev.cairn.runtime.internal.ByteSize;
import dev.cairn.view.ExportView;

/** Prints what was exported: the runs, a line each, then how much it is. */
record ShownExport(ExportView view) implements Shown {
    @Override
    public void print(Surroundings surroundings) {
        Terminal terminal = surroundings.terminal();
        view.runs().forEach(run -> terminal.line("Exported run " + run + "."));
        terminal.line("Wrote " + Amounts.count(view.attempts(), "attempt") + " and "
                + Amounts.count(view.blobs(), "value") + " (" + ByteSize.text(view.bytes()) + ") to " + view.file()
                + " (" + ByteSize.text(view.fileSize()) + ").");
    }
}
