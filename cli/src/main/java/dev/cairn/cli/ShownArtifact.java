package dev.cairn.cli;

import dev.cairn.client.DataArtifact;
import dev.cairn.client.Task;
import dev.cairn.runtime.internal.ByteSize;
import dev.cairn.view.ArtifactView;
import dev.cairn.view.Page;
import java.util.Optional;
import java.util.stream.Stream;

/** Prints an artifact, without its value: that is what {@code dump} shows. */
record ShownArtifact(ArtifactView view) implements Shown {
    @Override
    public void print(Surroundings surroundings) {
        DataArtifact artifact = view.artifact();
        surroundings.terminal().title("artifact " + artifact.pathspec());
        try (Table table = new Table(surroundings.terminal(), "  ")) {
            table.row("type", artifact.type());
            table.row("size", ByteSize.text(artifact.size()));
            table.row("sha", artifact.sha());
            table.row("created", Amounts.time(artifact.createdAt(), surroundings.clock()));
            Optional<Task> producer = artifact.producer();
            table.row("made by", producer.map(Task::pathspec).orElse("the start of the run"));
            producer.flatMap(Task::origin).ifPresent(origin -> table.row("origin", origin));
        }
        try (Stream<String> readers = view.readers()) {
            print(new Page<>(readers.iterator(), view.limit()), surroundings.terminal());
        }
    }

    private static void print(Page<String> readers, Terminal terminal) {
        if (!readers.hasNext()) {
            terminal.line("  no task read it");
            return;
        }
        terminal.line("");
        terminal.title("may have been read by");
        while (readers.hasNext()) {
            terminal.line("  " + readers.next());
        }
        if (readers.isCut()) {
            terminal.line("There are more: --limit <number> shows more than " + readers.limit() + ".");
        }
    }
}
