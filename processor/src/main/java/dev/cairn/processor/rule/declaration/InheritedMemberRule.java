package dev.cairn.processor.rule.declaration;

import dev.cairn.processor.model.ClassShape.InheritedMember;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The flow class itself declares all steps and artifacts, so that one file shows the whole flow. */
final class InheritedMemberRule implements SourceRule {
    static final String ID = "inherited-member";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Spoils spoils() {
        return Spoils.NOTHING;
    }

    @Override
    public List<Problem> check(FlowSource source) {
        Map<Group, List<String>> groups = new LinkedHashMap<>();
        for (InheritedMember member : source.shape().inherited()) {
            groups.computeIfAbsent(new Group(member.superclass(), member.isStep()), group -> new ArrayList<>())
                    .add(member.name());
        }
        List<Problem> problems = new ArrayList<>();
        groups.forEach((group, names) -> problems.add(problem(source.flow(), group, names)));
        return problems;
    }

    /** What is told in one message: all steps, or all fields, of one superclass. */
    private record Group(String superclass, boolean steps) {}

    private static Problem problem(FlowModel flow, Group group, List<String> names) {
        String name = Text.quoted(flow.flowClass().simpleName());
        String kind = (group.steps() ? "step" : "field") + (names.size() > 1 ? "s " : " ");
        String headline =
                "flow " + name + " inherits " + kind + Text.quoted(names) + " from " + Text.quoted(group.superclass());
        return Problem.error(ID, flow.position(), headline)
                .fix(
                        group.steps()
                                ? "declare steps in " + name + "; they may call methods of the superclass."
                                : "declare artifacts in " + name
                                        + ", and make fields `transient` that must not be stored.");
    }
}
