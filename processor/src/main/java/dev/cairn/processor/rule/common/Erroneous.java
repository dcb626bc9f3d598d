package dev.cairn.processor.rule.common;

import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepSource;
import dev.cairn.processor.model.TransitionModel;
import java.util.stream.Stream;

/** Texts that an annotation gives by a constant that does not exist. The compiler reports them, so no rule does. */
public final class Erroneous {
    /** What the compiler shows in place of such a constant. */
    private static final String VALUE = "<error>";

    private Erroneous() {}

    /** Whether a text stands for such a constant. */
    public static boolean is(String text) {
        return text.equals(VALUE);
    }

    /** Whether the steps of a flow give any such name, so that it is not known what they say. */
    public static boolean isIn(FlowSource source) {
        FlowModel flow = source.flow();
        return flow.steps().stream().flatMap(step -> names(step.transition())).anyMatch(Erroneous::is)
                || source.steps().stream().flatMap(Erroneous::caught).anyMatch(Erroneous::is);
    }

    private static Stream<String> names(TransitionModel transition) {
        Stream<String> targets = transition.targets().stream().map(TransitionModel.Target::step);
        if (transition instanceof TransitionModel.Foreach foreach) {
            return Stream.concat(targets, Stream.of(foreach.artifact()));
        } else if (transition instanceof TransitionModel.Switch switching) {
            Stream<String> values = switching.cases().stream().map(TransitionModel.Switch.Case::value);
            return Stream.of(targets, values, Stream.of(switching.artifact())).flatMap(names -> names);
        }
        return targets;
    }

    private static Stream<String> caught(StepSource step) {
        return step.decorators().caught().stream().map(caught -> caught.value());
    }
}
