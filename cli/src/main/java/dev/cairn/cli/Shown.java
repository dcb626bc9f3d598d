package dev.cairn.cli;

import dev.cairn.view.JsonView;

/** Something to show, to people or to machines. */
interface Shown {
    /** Prints it as text. */
    void print(Surroundings surroundings);

    /** What is shown to machines. */
    JsonView view();
}
