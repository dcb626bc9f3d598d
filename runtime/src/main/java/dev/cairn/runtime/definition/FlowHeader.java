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
    /**
     * Copies the list.
     *
     * @param generatedBy the version of the processor that generated the code
     * @param name the name of the flow
     * @param flowClass the flow class
     * @param documentation the text of its javadoc, or the empty string
     * @param formerNames names under which older runs are stored
     */
    public FlowHeader {
        formerNames = List.copyOf(formerNames);
    }

    /**
     * A header without documentation and former names.
     *
     * @param <F> the flow class
     * @param generatedBy the version of the processor
     * @param name the name of the flow
     * @param flowClass the flow class
     * @return a header to add to
     */
    public static <F> FlowHeader<F> of(String generatedBy, String name, Class<F> flowClass) {
        return new FlowHeader<>(generatedBy, name, flowClass, "", List.of());
    }

    /**
     * This header with the text of the flow's javadoc.
     *
     * @param documentation the text, without markup
     * @return a copy that differs in this only
     */
    public FlowHeader<F> documentation(String documentation) {
        return new FlowHeader<>(generatedBy, name, flowClass, documentation, formerNames);
    }

    /**
     * This header with names under which older runs are stored.
     *
     * @param formerNames the names, in any order
     * @return a copy that differs in this only
     */
    public FlowHeader<F> formerNames(String... formerNames) {
        return new FlowHeader<>(generatedBy, name, flowClass, documentation, List.of(formerNames));
    }
}
