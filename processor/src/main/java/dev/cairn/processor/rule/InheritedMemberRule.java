package dev.cairn.processor.rule;

import dev.cairn.processor.model.ClassShape.InheritedMember;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.report.Problem;
import java.util.List;

/** Steps and artifacts stand in the flow class itself, so that one file shows the whole flow. */
final class InheritedMemberRule implements Rule {
    static final String ID = "inherited-member";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source) {
        return source.shape().inherited().stream()
                .map(member -> problem(source, member))
                .toList();
    }

    private static Problem problem(FlowSource source, InheritedMember member) {
        String flow = Text.quoted(source.flow().flowClass().simpleName());
        String headline = "flow " + flow + " inherits " + (member.isStep() ? "step " : "field ")
                + Text.quoted(member.name()) + " from " + Text.quoted(member.superclass());
        return Problem.error(ID, source.flow().position(), headline)
                .fix(
                        member.isStep()
                                ? "move the step into " + flow + "; it may call a method of the superclass."
                                : "move the field into " + flow + ", or make it transient if it is not to be stored.");
    }
}
