package dev.cairn.processor.rule.declaration;

import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.MethodShape;
import dev.cairn.processor.model.StepSource;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;
import java.util.Optional;

/** Generated code of the package can call the method of a step. */
final class StepMethodRule implements SourceRule {
    static final String ID = "step-method";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source) {
        return source.steps().stream().flatMap(step -> check(step).stream()).toList();
    }

    private static Optional<Problem> check(StepSource step) {
        MethodShape shape = step.shape();
        if (shape.isPrivate()) {
            return problem(step, "is private", "remove `private`.");
        } else if (shape.isStatic()) {
            return problem(step, "is static", "remove `static`: a step works on the artifacts of its flow.");
        } else if (shape.isAbstract()) {
            return problem(step, "has no body", "give it one.");
        } else if (shape.isGeneric()) {
            return problem(step, "has type parameters", "write concrete types instead.");
        } else if (!shape.returnType().equals("void")) {
            return problem(
                    step,
                    "returns `" + shape.returnType() + "`",
                    "make it `void`, and assign the result to a field of the flow.");
        }
        return Optional.empty();
    }

    private static Optional<Problem> problem(StepSource step, String what, String fix) {
        String headline = "step " + Text.quoted(step.step().name()) + " " + what;
        return Optional.of(Problem.error(ID, step.step().position(), headline).fix(fix));
    }
}
