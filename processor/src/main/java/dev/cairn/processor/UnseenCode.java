package dev.cairn.processor;

import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.Position;
import dev.cairn.processor.report.Problem;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells that the code of steps could not be seen, once for each reason in a compilation: under a compiler that shows no code it
 * is the same for all flows. Not for several threads.
 */
final class UnseenCode {
    private static final String ID = "unseen-code";

    private final Set<String> told = new HashSet<>();

    /**
     * What is to be told of a flow whose code was read, or not.
     *
     * @param shown whether a problem is shown where it is: a flow that silences it does not stand for others
     */
    Optional<Problem> note(FlowBodies bodies, Position flow, Predicate<Problem> shown) {
        return bodies.unseen()
                .map(reason -> Problem.note(ID, flow, "what steps read and assign is not checked: " + reason)
                        .detail(
                                "effect",
                                "Cairn assumes that each step reads and assigns every artifact, so tasks load more than they need.")
                        .fix("compile the flow with `javac`, from Java source."))
                .filter(shown)
                .filter(problem -> told.add(problem.message()));
    }
}
