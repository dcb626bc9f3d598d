package dev.cairn.processor.rule;

import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.model.FieldAccess;
import dev.cairn.processor.model.FieldAccess.Before;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.report.Problem;
import java.util.List;

/** What a join neither merges nor assigns is not read in it, nor after it. */
final class UnmergedArtifactRule implements DataRule {
    static final String ID = "unmerged-artifact";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(DataFlow data) {
        return data.flow().steps().stream()
                .flatMap(step -> data.bodies().step(step.name()).reads().stream()
                        .filter(read -> Existing.at(data, step, read) == Existing.DROPPED)
                        .map(read -> problem(data, step, read)))
                .toList();
    }

    private static Problem problem(DataFlow data, StepModel step, FieldAccess read) {
        StepModel join = Existing.dropped(data, step, read.field()).orElseThrow();
        boolean here = join.equals(step);
        boolean forgotten = data.flow()
                .artifact(read.field())
                .filter(artifact -> !data.mayBeAssignedBefore(step, artifact.name()))
                .filter(artifact -> Existing.isForgotten(data, step, artifact))
                .isPresent();
        boolean certain = read.certain() && read.assigned() == Before.NEVER && !forgotten;
        String headline = "artifact " + Text.quoted(read.field()) + " is read in " + Accesses.where(step, read)
                + (here
                        ? ", which has neither merged it nor assigned it"
                        : ", but join " + Text.quoted(join.name()) + " does not pass it on")
                + (read.assigned() == Before.NEVER
                        ? ""
                        : here ? " on every way" : ", and not every way in the step assigns it");
        Problem problem =
                certain ? Problem.error(ID, read.position(), headline) : Problem.warning(ID, read.position(), headline);
        boolean counts = here && read.kind() == FieldAccess.Kind.UPDATE;
        if (forgotten) {
            problem = problem.detail("so", "it has its initial value again, whatever was added to that before.");
        }
        return problem.path(data.pathOver(join, step))
                .fix(
                        counts
                                ? "assign the value to start from first: a join starts without what its branches have."
                                : MergeAdvice.passOn(data, join, read.field()));
    }
}
