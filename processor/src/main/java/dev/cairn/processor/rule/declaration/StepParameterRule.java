package dev.cairn.processor.rule.declaration;

import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.StepParameter;
import dev.cairn.processor.name.GeneratedNames;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.JoinParameter;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * A step takes only parameters that Cairn can pass: its surroundings, the element of a foreach, its position, the
 * inputs of a join.
 */
final class StepParameterRule implements SourceRule {
    static final String ID = "step-parameter";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source) {
        List<Problem> problems = new ArrayList<>();
        for (StepModel step : source.flow().steps()) {
            boolean joins = false;
            for (StepParameter parameter : step.parameters()) {
                if (parameter instanceof StepParameter.Unknown unknown) {
                    problems.add(unknown(source.flow(), step, unknown));
                } else if (parameter instanceof StepParameter.JoinInputs inputs) {
                    if (joins) {
                        problems.add(second(step, inputs));
                    } else if (!isOf(source.flow(), step, inputs)) {
                        problems.add(foreign(source.flow(), step, inputs));
                    }
                    joins = true;
                }
            }
        }
        return problems;
    }

    private static Problem unknown(FlowModel flow, StepModel step, StepParameter.Unknown parameter) {
        String headline = "Cairn cannot pass parameter " + Text.quoted(parameter.name()) + " of type "
                + Text.quoted(parameter.type().toString()) + " to step " + Text.quoted(step.name());
        return Problem.error(ID, parameter.position(), headline)
                .fix(
                        "read what other steps assigned from the fields of the flow. A step can take a `TaskContext`, an element"
                                + " of a foreach with `@Item`, its position with `@Index` and, as a join, "
                                + JoinParameter.parameter(flow, step) + ".");
    }

    private static Problem second(StepModel step, StepParameter.JoinInputs parameter) {
        return Problem.error(ID, parameter.position(), "join " + Text.quoted(step.name()) + " takes its inputs twice")
                .fix("remove one of the two parameters.");
    }

    private static Problem foreign(FlowModel flow, StepModel step, StepParameter.JoinInputs parameter) {
        String headline = "parameter " + Text.quoted(parameter.name()) + " of step " + Text.quoted(step.name())
                + " has type " + Text.quoted(parameter.type()) + ", which is not the type of its inputs";
        return Problem.error(ID, parameter.position(), headline)
                .fix("declare it as " + JoinParameter.parameter(flow, step) + ".");
    }

    private static boolean isOf(FlowModel flow, StepModel step, StepParameter.JoinInputs parameter) {
        ClassRef inputs = new GeneratedNames(flow.flowClass()).inputs(step.name());
        return List.of(inputs.simpleName(), String.join(".", inputs.simpleNames()), inputs.canonicalName())
                .contains(parameter.type());
    }
}
