package dev.cairn.cli;

import dev.cairn.engine.OutputListener;
import dev.cairn.view.OutputList;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Prints output as it was printed while the run went on.
 *
 * @param view the output
 * @param run the pathspec of the run
 */
record ShownOutput(OutputList view, String run) implements Shown {
    @Override
    public void print(Surroundings surroundings) {
        OutputListener printer =
                OutputListener.printingTo(surroundings.terminal().out());
        try {
            view.next((task, attempt, line) -> printer.line(path(task), line));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a stream that prints throws none
        }
    }

    private String path(@Nullable String task) {
        return task == null ? run : run + "/" + task;
    }
}
