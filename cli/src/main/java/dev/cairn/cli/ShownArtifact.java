package dev.cairn.cli;

import dev.cairn.client.DataArtifact;
import dev.cairn.runtime.internal.ByteSize;
import dev.cairn.view.ArtifactView;

/** Prints an artifact, without its value: that is what {@code dump} shows. */
record ShownArtifact(ArtifactView view) implements Shown {
    @Override
    public void print(Surroundings surroundings) {
        DataArtifact artifact = view.artifact();
        surroundings.terminal().line("artifact " + artifact.pathspec());
        try (Table table = new Table(surroundings.terminal(), "  ")) {
            table.row("type", artifact.type());
            table.row("size", ByteSize.text(artifact.size()));
            table.row("sha", artifact.sha());
            table.row("created", Amounts.time(artifact.createdAt(), surroundings.clock()));
        }
    }
}
