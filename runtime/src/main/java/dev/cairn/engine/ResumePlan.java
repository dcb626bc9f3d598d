package dev.cairn.engine;

import java.util.List;

/**
 * What a resume of a run would do. Immutable.
 *
 * @param origin the path of the run, such as {@code ModelSelection/20261123T211357042-k3f9x2dq}
 * @param notes what is worth to know of the parameters and of the code, a sentence each
 * @param steps the steps, in the order of the flow
 */
public record ResumePlan(String origin, List<String> notes, List<StepReuse> steps) {
    /**
     * What becomes of a step. Immutable.
     *
     * @param step the name of the step
     * @param reused how many of its tasks are taken over before the run goes on
     * @param text what becomes of all of them, and why, such as {@code 2 of 3 tasks reused, 1 runs: not finished}
     */
    public record StepReuse(String step, long reused, String text) {
        /** {@return step and text as a line} */
        public String line() {
            return step + ": " + text;
        }
    }

    /**
     * Copies the lists.
     *
     * @param origin the path of the run, such as {@code ModelSelection/20261123T211357042-k3f9x2dq}
     * @param notes what is worth to know of the parameters and of the code, a sentence each
     * @param steps the steps, in the order of the flow
     */
    public ResumePlan {
        notes = List.copyOf(notes);
        steps = List.copyOf(steps);
    }
}
