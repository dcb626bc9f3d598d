package dev.cairn.processor.rule;

import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.model.FieldAccess;
import dev.cairn.processor.model.FieldAccess.Before;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.report.Problem;
import java.util.List;
import java.util.Optional;

/** What a step reads, a step before it has assigned: on some way at least, and better on every way. */
final class UnassignedArtifactRule implements DataRule {
    static final String ID = "unassigned-artifact";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(DataFlow data) {
        return data.flow().steps().stream()
                .flatMap(step -> data.bodies().step(step.name()).reads().stream()
                        .flatMap(read -> check(data, step, read).stream()))
                .toList();
    }

    private static Optional<Problem> check(DataFlow data, StepModel step, FieldAccess read) {
        return switch (Existing.at(data, step, read)) {
            case NEVER -> Optional.of(never(data, step, read));
            case MAYBE -> Optional.of(maybe(data, step, read));
            case FOR_SURE, DROPPED -> Optional.empty();
        };
    }

    private static Problem never(DataFlow data, StepModel step, FieldAccess read) {
        String headline = "artifact " + Text.quoted(read.field()) + " is read in " + Accesses.where(step, read)
                + ", but no step before it assigns it";
        Problem problem = read.certain()
                ? Problem.error(ID, read.position(), headline)
                : Problem.warning(ID, read.position(), headline);
        List<String> path = data.pathTo(step);
        String where = path.size() > 1 ? "assign it in one of these steps" : "assign it first";
        return problem.path(path)
                .fix(elsewhere(data, step, read.field()) + where + ", or give the field an initial value."
                        + Text.didYouMean(read.field(), data.namesAt(step)));
    }

    /** The steps that assign it all the same. */
    private static String elsewhere(DataFlow data, StepModel step, String artifact) {
        List<String> steps = data.flow().steps().stream()
                .filter(other -> !other.equals(step))
                .map(StepModel::name)
                .filter(other -> data.bodies().step(other).assignments().stream()
                        .anyMatch(assignment -> assignment.field().equals(artifact)))
                .toList();
        if (steps.isEmpty()) {
            return "";
        }
        return (steps.size() == 1 ? "step " : "the steps ")
                + Text.quoted(steps)
                + (steps.size() == 1 ? " assigns it, but does not lead here: " : " assign it, but do not lead here: ");
    }

    private static Problem maybe(DataFlow data, StepModel step, FieldAccess read) {
        Problem problem = Problem.warning(
                ID,
                read.position(),
                "artifact " + Text.quoted(read.field()) + " is read in " + Accesses.where(step, read)
                        + ", but is not assigned on every way there");
        if (step.joins() && read.merged() == Before.MAYBE && read.assigned() != Before.MAYBE) {
            return problem.path(data.pathTo(step))
                    .detail("when", Text.quoted(step.name()) + " has not merged it")
                    .fix("merge it on every way, or assign it on every way.");
        }
        Optional<String> last = read.assigned() == Before.MAYBE
                ? Optional.of(Text.quoted(step.name()) + " has not assigned it itself")
                : Optional.empty();
        Before before = step.joins() ? data.arriving(step, read.field()) : data.before(step, read.field());
        if (before == Before.MAYBE) {
            problem = Absences.show(problem, data.absenceBefore(step, read.field()), last);
        } else {
            problem = problem.path(data.pathTo(step));
            problem = last.isPresent() ? problem.detail("when", last.get()) : problem;
        }
        return problem.fix(Absences.fix(data, read.field()));
    }
}
