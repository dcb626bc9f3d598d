package dev.cairn.processor.graph;

import java.util.AbstractList;

/**
 * The names of the steps on a path, as a list that takes the same small space however long the path is: there may be as many
 * mistakes as steps, each with a path of its own. How it begins is kept, how it ends is found from its end. Immutable.
 */
final class StepPath extends AbstractList<String> {
    private static final int KEPT = 8;
    private static final int NONE = -1;

    private final StepGraph graph;
    private final int[] previous;
    private final int last;
    private final int size;
    private final int beyond;
    private final int[] beginning;

    private StepPath(StepGraph graph, int[] previous, int last, int size, int beyond) {
        this.graph = graph;
        this.previous = previous;
        this.last = last;
        this.size = size;
        this.beyond = beyond;
        beginning = new int[Math.min(size, KEPT)];
        int step = last;
        for (int index = size - 1; index >= 0; index--) {
            if (index < KEPT) {
                beginning[index] = step;
            }
            step = previous[step];
        }
    }

    /**
     * The path that ends in {@code last}.
     *
     * @param previous for each step, the one before it
     * @param size how many steps it has
     */
    static StepPath to(StepGraph graph, int[] previous, int last, int size) {
        return new StepPath(graph, previous, last, size, NONE);
    }

    /** This path, with one more step. */
    StepPath and(int step) {
        return new StepPath(graph, previous, last, size, step);
    }

    @Override
    public int size() {
        return size + (beyond == NONE ? 0 : 1);
    }

    @Override
    public String get(int index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException(index);
        }
        return graph.name(index < beginning.length ? beginning[index] : index == size ? beyond : fromItsEnd(index));
    }

    private int fromItsEnd(int index) {
        int step = last;
        for (int behind = size - 1; behind > index; behind--) {
            step = previous[step];
        }
        return step;
    }
}
