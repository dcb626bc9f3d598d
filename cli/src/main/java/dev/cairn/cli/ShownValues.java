package dev.cairn.cli;

import dev.cairn.client.DataArtifact;
import dev.cairn.codec.Tree;
import dev.cairn.runtime.internal.ByteSize;
import dev.cairn.view.ValueList;
import dev.cairn.view.ValuePart;
import java.lang.reflect.Array;
import java.util.Optional;
import java.util.OptionalInt;

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
        Optional<ValuePart> part = view.part(artifact);
        if (part.isEmpty()) {
            return;
        }
        Optional<Tree> shown = part.get().tree();
        if (shown.isPresent()) {
            String text = shown.get().text(Integer.MAX_VALUE);
            terminal.line(name + text + remark(shown.get(), part.get().elements()));
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

    /** How many elements there are, where only the first were asked for. */
    private static String remark(Tree shown, OptionalInt elements) {
        if (elements.isEmpty()) {
            return "";
        }
        int count = shown instanceof Tree.Sequence sequence
                ? sequence.elements().size()
                : shown instanceof Tree.Mapping mapping
                        ? mapping.entries().size()
                        : Array.getLength(((Tree.Primitives) shown).array());
        int all = elements.getAsInt();
        String what =
                shown instanceof Tree.Mapping ? all == 1 ? "entry" : "entries" : all == 1 ? "element" : "elements";
        return " (" + (count == all ? "" : "the first " + count + " of ") + all + " " + what + ")";
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
