package dev.cairn.processor.rule.code;

import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.Position;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.BodyRule;
import dev.cairn.processor.rule.common.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reports where the instance of the flow escapes to code that is not seen, and what that costs. A method that does not
 * exist is reported by {@link UnknownMethodRule}.
 */
final class LeakingThisRule implements BodyRule {
    static final String ID = "leaking-this";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(FlowSource source, FlowBodies bodies) {
        Map<Position, List<String>> steps = new LinkedHashMap<>();
        for (StepModel step : source.flow().steps()) {
            bodies.step(step.name()).leaks().stream()
                    .filter(leak -> !bodies.unknownMethods().containsKey(leak))
                    .forEach(leak -> steps.computeIfAbsent(leak, place -> new ArrayList<>())
                            .add(step.name()));
        }
        return steps.entrySet().stream()
                .map(leak -> problem(leak.getKey(), leak.getValue()))
                .toList();
    }

    private static Problem problem(Position position, List<String> steps) {
        String who = (steps.size() == 1 ? "step " : "steps ") + Text.quoted(steps);
        String them = steps.size() == 1 ? "it reads and assigns" : "they read and assign";
        return Problem.note(
                        ID,
                        position,
                        "`this` escapes here, in " + who + ", so Cairn assumes that " + them + " every artifact")
                .fix(
                        "pass the values that are needed instead: then tasks load less, and Cairn can check what they read.");
    }
}
