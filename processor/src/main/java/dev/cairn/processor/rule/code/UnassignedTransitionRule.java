package dev.cairn.processor.rule.code;

import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.model.FieldAccess.Before;
import dev.cairn.processor.model.Given;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.DataRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;
import java.util.Optional;

/** The elements of a foreach and the value of a switch exist when the step has run. */
final class UnassignedTransitionRule implements DataRule {
    static final String ID = "unassigned-transition";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(DataFlow data) {
        return data.flow().steps().stream()
                .flatMap(step -> artifact(step).flatMap(artifact -> check(data, step, artifact)).stream())
                .toList();
    }

    private static Optional<Given<String>> artifact(StepModel step) {
        if (step.transition() instanceof TransitionModel.Foreach foreach) {
            return Optional.of(new Given<>(foreach.artifact(), foreach.artifactPosition()));
        }
        return step.transition() instanceof TransitionModel.Switch switching
                ? Optional.of(new Given<>(switching.artifact(), switching.artifactPosition()))
                : Optional.empty();
    }

    private static Optional<Problem> check(DataFlow data, StepModel step, Given<String> artifact) {
        Before exists = data.after(step, artifact.value());
        if (exists == Before.ALWAYS || data.flow().artifact(artifact.value()).isEmpty()) {
            return Optional.empty();
        }
        boolean foreach = step.transition() instanceof TransitionModel.Foreach;
        String headline = (step.joins() ? "join " : "step ")
                + Text.quoted(step.name())
                + (foreach ? " has a foreach over " : " switches on ")
                + Text.quoted(artifact.value());
        return Optional.of(
                exists == Before.MAYBE ? maybe(data, step, artifact, headline) : never(data, step, artifact, headline));
    }

    private static Problem maybe(DataFlow data, StepModel step, Given<String> artifact, String headline) {
        Problem problem = Problem.warning(
                ID, artifact.position(), headline + ", which is not assigned on every path through the step");
        return AbsenceText.show(problem, data.absenceAfter(step, artifact.value()))
                .fix(AbsenceText.fix(data, artifact.value()));
    }

    private static Problem never(DataFlow data, StepModel step, Given<String> artifact, String headline) {
        Optional<StepModel> join = data.droppedAfter(step, artifact.value());
        if (join.isPresent()) {
            String who = join.get().equals(step)
                    ? "it"
                    : "join " + Text.quoted(join.get().name());
            return Problem.error(ID, artifact.position(), headline + ", which " + who + " does not pass on")
                    .path(data.pathOver(join.get(), step))
                    .fix(MergeAdvice.passOn(data, join.get(), artifact.value()));
        }
        return Problem.error(ID, artifact.position(), headline + ", which neither it nor a step before it assigns")
                .path(data.pathTo(step))
                .fix("assign it in " + Text.quoted(step.name()) + " or before, or give the field an initial value.");
    }
}
