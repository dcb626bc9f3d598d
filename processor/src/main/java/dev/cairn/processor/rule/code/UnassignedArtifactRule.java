package dev.cairn.processor.rule.code;

import dev.cairn.processor.graph.Absence;
import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.graph.Fate;
import dev.cairn.processor.model.FieldAccess;
import dev.cairn.processor.model.FieldAccess.Before;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.code.ReadJudgement.Judged;
import dev.cairn.processor.rule.common.DataRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;
import java.util.Optional;

/**
 * A step reads only artifacts that it, or a step before it, has assigned: on some path at least, and better on every
 * path.
 */
final class UnassignedArtifactRule implements DataRule {
    static final String ID = "unassigned-artifact";

    @Override
    public String id() {
        return ID;
    }

    /** Why an artifact is missing: what does not assign it, or nothing in particular. */
    private record Cause(String artifact, ReadJudgement existing, List<Absence.Condition> conditions, String here) {}

    @Override
    public List<Problem> check(DataFlow data) {
        CommonCauses causes = new CommonCauses(ID);
        for (StepModel step : data.flow().steps()) {
            for (FieldAccess read : data.bodies().step(step.name()).reads()) {
                Judged judged = ReadJudgement.at(data, step, read);
                if (isOurs(judged.existing())) {
                    causes.add(cause(data, step, read, judged.existing()), step, read, judged.certain());
                }
            }
        }
        return causes.problems((step, read) -> problem(data, step, read));
    }

    private static boolean isOurs(ReadJudgement existing) {
        return existing == ReadJudgement.NEVER || existing == ReadJudgement.DEFAULT || existing == ReadJudgement.MAYBE;
    }

    private static Cause cause(DataFlow data, StepModel step, FieldAccess read, ReadJudgement existing) {
        if (existing != ReadJudgement.MAYBE) {
            return new Cause(read.field(), existing, List.of(), "");
        }
        boolean here = isUnmerged(step, read) || read.assigned() == Before.MAYBE;
        List<Absence.Condition> conditions = isUnmerged(step, read)
                ? List.of()
                : absence(data, step, read).map(Absence::conditions).orElse(List.of());
        return new Cause(read.field(), existing, conditions, here ? step.name() : "");
    }

    private static Problem problem(DataFlow data, StepModel step, FieldAccess read) {
        Judged judged = ReadJudgement.at(data, step, read);
        return judged.existing() == ReadJudgement.MAYBE ? maybe(data, step, read) : never(data, step, read, judged);
    }

    private static Problem never(DataFlow data, StepModel step, FieldAccess read, Judged judged) {
        boolean later = Fate.mayExist(data.fates(step, read.field(), read.merged()));
        String headline = "artifact " + Text.quoted(read.field()) + " is read in " + AccessText.where(step, read)
                + (later
                        ? ", but nothing has assigned it when the step runs for the first time"
                        : ", but no step before it assigns it");
        Problem problem = judged.certain()
                ? Problem.error(ID, read.position(), headline)
                : Problem.warning(ID, read.position(), headline);
        List<String> path = data.pathTo(step);
        if (judged.existing() == ReadJudgement.DEFAULT) {
            return problem.path(path).fix(AbsenceText.fix(data, read.field(), path.size() > 1 ? "before" : "first"));
        }
        String where = later
                ? "assign it before that"
                : path.size() > 1 ? "assign it in one of these steps" : "assign it first";
        return problem.path(path)
                .fix(elsewhere(data, step, read.field())
                        + where
                        + AbsenceText.orInitialValue(data, read.field())
                        + Text.didYouMean(read.field(), data.namesAt(step)));
    }

    /** The steps that assign it all the same. */
    private static String elsewhere(DataFlow data, StepModel step, String artifact) {
        List<String> before = data.pathTo(step);
        List<String> steps = data.flow().steps().stream()
                .filter(other -> !other.equals(step))
                .map(StepModel::name)
                .filter(other -> data.bodies().step(other).assignments().stream()
                        .anyMatch(assignment -> assignment.field().equals(artifact)))
                .toList();
        if (steps.isEmpty()) {
            return "";
        }
        boolean one = steps.size() == 1;
        String who =
                (one ? "step " : "the steps ") + Text.quoted(steps) + (one ? " assigns it, but " : " assign it, but ");
        return who
                + (before.containsAll(steps)
                        ? "no path through " + (one ? "it" : "them") + " reaches that code: "
                        : (one ? "does" : "do") + " not lead here: ");
    }

    private static Problem maybe(DataFlow data, StepModel step, FieldAccess read) {
        Problem problem = Problem.warning(
                ID,
                read.position(),
                "artifact " + Text.quoted(read.field()) + " is read in " + AccessText.where(step, read)
                        + ", but is not assigned on every path to it");
        if (isUnmerged(step, read)) {
            return problem.path(data.pathTo(step))
                    .detail("when", Text.quoted(step.name()) + " has not merged it")
                    .fix("merge it or assign it on every path.");
        }
        Optional<String> last = read.assigned() == Before.MAYBE
                ? Optional.of(Text.quoted(step.name()) + " has not assigned it itself")
                : Optional.empty();
        Optional<Absence> absence = absence(data, step, read);
        if (absence.isPresent()) {
            problem = AbsenceText.show(problem, absence.get(), last);
        } else {
            problem = problem.path(data.pathTo(step));
            problem = last.isPresent() ? problem.detail("when", last.get()) : problem;
        }
        boolean merges = absence.stream()
                .flatMap(found -> found.conditions().stream())
                .anyMatch(condition -> condition.kind() == Absence.Condition.Kind.NOT_MERGED);
        return problem.fix(
                merges ? "merge it or assign it on every path." : AbsenceText.fix(data, read.field(), "on every path"));
    }

    private static boolean isUnmerged(StepModel step, FieldAccess read) {
        return step.joins() && read.merged() == Before.MAYBE && read.assigned() != Before.MAYBE;
    }

    /** A path on which it is missing before the step, should it be there on another. */
    private static Optional<Absence> absence(DataFlow data, StepModel step, FieldAccess read) {
        Before before = step.joins() ? data.arriving(step, read.field()) : data.before(step, read.field());
        return before == Before.MAYBE ? Optional.of(data.absenceBefore(step, read.field())) : Optional.empty();
    }
}
