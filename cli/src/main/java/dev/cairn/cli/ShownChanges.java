package dev.cairn.cli;

import dev.cairn.view.ChangeView;
import java.util.List;

/**
 * Prints what was done to runs.
 *
 * @param lines a sentence for each
 */
record ShownChanges(ChangeView view, List<String> lines) implements Shown {
    @Override
    public void print(Surroundings surroundings) {
        lines.forEach(surroundings.terminal()::line);
    }
}
