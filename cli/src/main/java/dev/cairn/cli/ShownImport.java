package dev.cairn.cli;

import dev.cairn.view.ImportView;

/** Prints what was imported, a line for each run. */
record ShownImport(ImportView view) implements Shown {
    @Override
    public void print(Surroundings surroundings) {
        Terminal terminal = surroundings.terminal();
        view.imported().forEach(run -> terminal.line("Imported run " + run + " into " + view.url() + "."));
        view.present()
                .forEach(run -> terminal.line("Run " + run + " is in " + view.url() + " already, and is the same."));
    }
}
