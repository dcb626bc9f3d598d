package dev.cairn.cli;

import dev.cairn.client.RunFile;
import dev.cairn.runtime.internal.ByteSize;
import dev.cairn.view.RunFileList;

/** Prints files of a run, a line each. */
record ShownRunFiles(RunFileList view) implements Shown {
    @Override
    public void print(Surroundings surroundings) {
        Terminal terminal = surroundings.terminal();
        if (!view.files().hasNext()) {
            terminal.line("Run " + view.pathspec() + " has no files.");
            return;
        }
        try (Table table = new Table(terminal, "").numbers(1)) {
            RunFileList.Shown first = view.files().next();
            table.heading("file", "size", "stored", first.path().isPresent() ? "copied to" : "");
            row(table, first, surroundings);
            while (view.files().hasNext()) {
                row(table, view.files().next(), surroundings);
            }
        }
    }

    private static void row(Table table, RunFileList.Shown shown, Surroundings surroundings) {
        RunFile file = shown.file();
        table.row(
                file.key(),
                ByteSize.text(file.size()),
                Amounts.time(file.storedAt(), surroundings.clock()),
                shown.path().orElse(""));
    }
}
