package dev.cairn.samples.shapes;

import java.util.List;
import java.util.function.Consumer;

/** Changes what it is given, where no analysis of a flow looks. */
final class Tampering {
    private static final Consumer<List<Integer>> HIDDEN = values -> values.add(values.size());

    private Tampering() {}

    static void with(List<Integer> values) {
        HIDDEN.accept(values);
    }
}
