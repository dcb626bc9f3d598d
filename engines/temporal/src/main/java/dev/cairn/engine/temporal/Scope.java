package dev.cairn.engine.temporal;

import org.jspecify.annotations.Nullable;

/**
 * What one workflow drives: a whole run, or some elements of a foreach. The input of {@link FlowWorkflow}.
 *
 * @param flow the name of the flow
 * @param run the id of the run
 * @param plan the digest of the plan of the flow, which the worker must have too
 * @param opener the task that opened the foreach; null for a whole run
 * @param from the first element
 * @param to the element after the last
 * @param single whether the elements are run one by one, because they did not fit into a slice
 * @param width how many tasks may run at once; 0 for no limit
 * @param check whether tasks may have ended before, so that the store is asked for each
 * @param frontier where the workflow before this one was; null at the beginning
 * @param sizes what is known of the time that items take
 * @param limits the sizes in which work is handed out
 */
record Scope(
        String flow,
        String run,
        String plan,
        @Nullable String opener,
        int from,
        int to,
        boolean single,
        int width,
        boolean check,
        @Nullable String frontier,
        String sizes,
        Limits limits) {
    static Scope ofRun(String flow, String run, String plan, boolean check, Limits limits) {
        return new Scope(flow, run, plan, null, 0, 0, false, 0, check, null, "", limits);
    }

    Scope part(String foreach, int first, int end, boolean oneByOne, int most, String knownSizes) {
        return new Scope(
                flow, run, plan, foreach, first, end, oneByOne, most, check || oneByOne, null, knownSizes, limits);
    }

    Scope goOn(String where, String knownSizes) {
        return new Scope(flow, run, plan, opener, from, to, single, width, check, where, knownSizes, limits);
    }
}
