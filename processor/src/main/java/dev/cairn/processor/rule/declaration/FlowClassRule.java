package dev.cairn.processor.rule.declaration;

import dev.cairn.processor.model.ClassShape;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;

/** Generated code of the package can create instances of the flow class. */
public final class FlowClassRule implements SourceRule {
    static final String ID = "flow-class";

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
        ClassShape shape = source.shape();
        String flow = "flow " + Text.quoted(source.flow().flowClass().simpleName());
        if (!shape.kind().equals("class")) {
            return problem(source, flow + " is declared as " + article(shape.kind()), "declare it as a class.");
        } else if (shape.isAbstract()) {
            return problem(source, flow + " is abstract", "remove `abstract`, or annotate the subclasses instead.");
        } else if (shape.isPrivate()) {
            return problem(
                    source,
                    flow + " is private, or in a private class",
                    "make it visible in its package: remove `private`.");
        } else if (shape.isInner()) {
            return problem(source, flow + " is an inner class", "make it static, or a top-level class.");
        } else if (shape.isGeneric()) {
            return problem(source, flow + " has type parameters", "write concrete types instead.");
        } else if (!shape.constructible()) {
            return problem(
                    source,
                    flow + " has no no-argument constructor that its package can call",
                    "add one; its arguments can become parameters of the flow.");
        }
        return List.of();
    }

    private static String article(String kind) {
        return (kind.matches("[aei].*") ? "an " : "a ") + kind;
    }

    private static List<Problem> problem(FlowSource source, String headline, String fix) {
        return List.of(Problem.error(ID, source.flow().position(), headline).fix(fix));
    }
}
