package dev.cairn.processor.rule.code;

import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.Position;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.BodyRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;
import java.util.Set;

/**
 * Every method that a step calls by its name alone exists. The compiler would say so too, but only if Cairn reports
 * nothing; and nobody knows what an unknown method does with the flow.
 */
final class UnknownMethodRule implements BodyRule {
    static final String ID = "unknown-method";

    private static final Set<String> OF_MERGE = Set.of("only", "except");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Spoils spoils() {
        return Spoils.NOTHING;
    }

    @Override
    public List<Problem> check(FlowSource source, FlowBodies bodies) {
        String flow = Text.quoted(source.flow().flowClass().simpleName());
        return bodies.unknownMethods().entrySet().stream()
                .map(call -> problem(flow, call.getKey(), call.getValue()))
                .toList();
    }

    private static Problem problem(String flow, Position position, String name) {
        String headline = "method " + Text.quoted(name) + " is not in " + flow
                + ", its superclasses, the classes around it or the static imports";
        return Problem.error(ID, position, headline)
                .fix(
                        OF_MERGE.contains(name)
                                ? "add `import static dev.cairn.runtime.Merge.*;`."
                                : "declare it, import it, or call it on the object that has it.");
    }
}
