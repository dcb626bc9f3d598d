package dev.cairn.cli;

import dev.cairn.client.DataArtifact;
import dev.cairn.codec.Tree;
import dev.cairn.runtime.internal.ByteSize;
import dev.cairn.view.ValueList;
import java.util.Optional;

/** Prints the values of artifacts of tasks, one task after the other. */
record ShownValues(ValueList view) implements Shown {
    /** Of a value that is too large to be shown whole, its beginning is: the stored one, if reading the value takes long. */
    private static final long LARGEST_PREVIEWED = 1_000_000;

    private static final int PREVIEWED_ELEMENTS = 3;
    private static final int PREVIEWED_CHARACTERS = 300;

    @Override
    public void print(Surroundings surroundings) {
        Terminal terminal = surroundings.terminal();
        for (Optional<ValueList.Chosen> chosen = view.next(); chosen.isPresent(); chosen = view.next()) {
            terminal.line(chosen.get().task().pathspec());
            chosen.get().artifacts().forEach(artifact -> print(artifact, terminal));
        }
    }

    private void print(DataArtifact artifact, Terminal terminal) {
        String name = "  " + artifact.name() + ": " + artifact.type() + " = ";
        if (!view.isTooLarge(artifact)) {
            view.read(artifact).ifPresent(tree -> terminal.line(name + tree.text(Integer.MAX_VALUE)));
            return;
        }
        String remark = "(" + ByteSize.text(artifact.size()) + ", whole with --max-value-size " + artifact.size() + ")";
        if (artifact.size() > LARGEST_PREVIEWED) {
            String preview = artifact.preview().map(text -> text + " ").orElse("");
            terminal.line(name + preview + remark);
        } else {
            view.read(artifact).ifPresent(tree -> terminal.line(name + beginning(tree) + " " + remark));
        }
    }

    private static String beginning(Tree tree) {
        String text = tree.text(PREVIEWED_ELEMENTS);
        if (text.length() <= PREVIEWED_CHARACTERS) {
            return text;
        }
        boolean insidePair = Character.isHighSurrogate(text.charAt(PREVIEWED_CHARACTERS - 1));
        return text.substring(0, insidePair ? PREVIEWED_CHARACTERS - 1 : PREVIEWED_CHARACTERS) + "...";
    }
}
