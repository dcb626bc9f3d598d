package dev.cairn.cli;

import dev.cairn.view.TagView;

/** Prints the tags of a run. */
record ShownTags(TagView view) implements Shown {
    @Override
    public void print(Surroundings surroundings) {
        surroundings
                .terminal()
                .line("Run " + view.run().pathspec()
                        + (view.tags().isEmpty()
                                ? " has no tags."
                                : " has the tags: " + String.join(", ", view.tags())));
    }
}
