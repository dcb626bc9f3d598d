package dev.cairn.cli;

import dev.cairn.view.BackupView;

/** Prints where a backup is. */
record ShownBackup(BackupView view) implements Shown {
    @Override
    public void print(Surroundings surroundings) {
        surroundings.terminal().line("Copied " + view.url() + " to " + view.copy() + ".");
    }
}
