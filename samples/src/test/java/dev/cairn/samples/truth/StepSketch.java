package dev.cairn.samples.truth;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of a drawn flow. Filled by one thread. */
final class StepSketch {
    final String name;
    final boolean join;
    final List<Line> lines = new ArrayList<>();

    /** The element that a foreach around hands in. */
    @Nullable
    Item item;

    boolean retried;
    boolean caught;

    /** The arguments of its {@code @Step}. */
    String transition = "";

    StepSketch(String name, boolean join) {
        this.name = name;
        this.join = join;
    }

    /**
     * An element of a foreach as a parameter.
     *
     * @param name the name of the parameter
     * @param of over what the foreach goes
     */
    record Item(String name, Variable of) {
        Kind holder() {
            return of.kind();
        }
    }
}
