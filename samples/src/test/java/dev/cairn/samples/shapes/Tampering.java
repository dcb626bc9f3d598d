package dev.cairn.samples.shapes;

import java.util.List;

/** Changes what it is given, where no analysis of a flow looks. */
final class Tampering {
    private Tampering() {}

    static void with(List<Integer> values) {
        values.add(values.size());
    }
}
