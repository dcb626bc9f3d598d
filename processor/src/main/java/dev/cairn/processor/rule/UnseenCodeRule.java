package dev.cairn.processor.rule;

import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.report.Problem;
import java.util.List;

/** Tells that the code of a flow is not seen, and what that costs. Its message is the same for all flows of one reason. */
final class UnseenCodeRule implements BodyRule {
    static final String ID = "unseen-code";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source, FlowBodies bodies) {
        return bodies
                .unseen()
                .map(reason -> Problem.note(
                                ID,
                                source.flow().position(),
                                reason + ": every step is taken to read and assign every artifact")
                        .detail("so", "tasks may load more than they need, and what they read is not checked."))
                .stream()
                .toList();
    }
}
