package dev.cairn.processor.rule.common;

import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.Position;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.StepParameter;
import dev.cairn.processor.name.GeneratedNames;

/** The parameter through which a join gets its inputs. */
public final class JoinParameter {
    private JoinParameter() {}

    /** Where a join is declared to be one. */
    public static Position position(StepModel join) {
        return join.joinInputs().map(StepParameter::position).orElse(join.position());
    }

    /** The parameter that makes a step a join, as it is written. */
    public static String parameter(FlowModel flow, StepModel step) {
        ClassRef inputs = new GeneratedNames(flow.flowClass()).inputs(step.name());
        return Text.quoted(String.join(".", inputs.simpleNames()) + " inputs");
    }
}
