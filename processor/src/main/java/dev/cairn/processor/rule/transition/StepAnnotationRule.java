package dev.cairn.processor.rule.transition;

import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.Position;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.StepSource;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.Endpoints;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;
import java.util.Optional;

/** {@code @Step} says one thing: nothing, {@code next}, a foreach with one {@code next}, or a switch with its cases. */
final class StepAnnotationRule implements SourceRule {
    static final String ID = "step-annotation";

    private static final List<String> SWITCH = List.of("switchOn", "cases", "otherwise");
    private static final List<String> NOT_SWITCH = List.of("next", "foreach");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Spoils spoils() {
        return Spoils.EDGES;
    }

    @Override
    public List<Problem> check(FlowSource source) {
        Optional<StepModel> goingOn = Endpoints.endThatGoesOn(source.flow()); // of which nothing is to be completed
        return source.steps().stream()
                .filter(step -> goingOn.filter(step.step()::equals).isEmpty())
                .flatMap(step -> check(step).stream())
                .toList();
    }

    private static Optional<Problem> check(StepSource step) {
        List<String> switching = step.givenOf(SWITCH);
        List<String> going = step.givenOf(NOT_SWITCH);
        if (!switching.isEmpty() && !going.isEmpty()) {
            List<String> both = step.givenOf(List.of(switching.get(0), going.get(0)));
            return problem(
                    step,
                    both.get(1),
                    "has both " + Text.quoted(both),
                    "use either `next`, or `switchOn` with `cases`.");
        } else if (!switching.isEmpty() && !switching.contains("switchOn")) {
            return problem(
                    step,
                    switching.get(0),
                    "has " + Text.quoted(switching.get(0)) + " without `switchOn`",
                    "name the artifact to switch on: `switchOn = \"...\"`.");
        } else if (!switching.isEmpty() && step.step().transition().targets().isEmpty()) {
            return problem(
                    step,
                    "switchOn",
                    "has `switchOn` without `cases`",
                    "list the cases: `cases = {@Case(value = \"...\", next = \"...\"), ...}`.");
        } else if (switching.isEmpty() && step.given().containsKey("maxIterations")) {
            return problem(
                    step,
                    "maxIterations",
                    "has `maxIterations` without `switchOn`",
                    "remove it, or move it to a switch in the loop: only a switch can leave a loop.");
        }
        return step.step().transition() instanceof TransitionModel.Foreach foreach
                ? checkForeach(step, foreach)
                : Optional.empty();
    }

    private static Optional<Problem> checkForeach(StepSource step, TransitionModel.Foreach foreach) {
        if (foreach.targets().isEmpty()) {
            return problem(
                    step,
                    "foreach",
                    "has `foreach` without `next`",
                    "name the step that runs for each element: `next = \"...\"`.");
        } else if (foreach.targets().size() > 1) {
            return problem(
                    step,
                    foreach.targets().get(1).position(),
                    "has `foreach` with several steps in `next`",
                    "name one step; it may itself split into several.");
        }
        return Optional.empty();
    }

    private static Optional<Problem> problem(StepSource step, String element, String what, String fix) {
        return problem(step, step.given().getOrDefault(element, step.step().annotation()), what, fix);
    }

    private static Optional<Problem> problem(StepSource step, Position position, String what, String fix) {
        String headline = "`@Step` on " + Text.quoted(step.step().name()) + " " + what;
        return Optional.of(Problem.error(ID, position, headline).fix(fix));
    }
}
