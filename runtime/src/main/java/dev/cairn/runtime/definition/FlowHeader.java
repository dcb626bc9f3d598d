package dev.cairn.runtime.definition;

import java.util.List;

/**
 * The part of generated code that describes a flow as a whole. Immutable.
 *
 * @param generatedBy the version of the processor that generated the code
 * @param name the name of the flow
 * @param flowClass the flow class
 * @param documentation the text of its javadoc, or the empty string
 * @param formerNames names under which older runs are stored
 * @param <F> the flow class
 */
public record FlowHeader<F>(
        String generatedBy, String name, Class<F> flowClass, String documentation, List<String> formerNames) {
    /** Copies the list. */
    public FlowHeader {
        formerNames = List.copyOf(formerNames);
    }

    /** A header without documentation and former names. */
    public static <F> FlowHeader<F> of(String generatedBy, String name, Class<F> flowClass) {
        return new FlowHeader<>(generatedBy, name, flowClass, "", List.of());
    }

    /** This header with the text of the flow's javadoc. */
    public FlowHeader<F> documentation(String documentation) {
        return new FlowHeader<>(generatedBy, name, flowClass, documentation, formerNames);
    }

    /** This header with names under which older runs are stored. */
    public FlowHeader<F> formerNames(String... formerNames) {
        return new FlowHeader<>(generatedBy, name, flowClass, documentation, List.of(formerNames));
    }
}
