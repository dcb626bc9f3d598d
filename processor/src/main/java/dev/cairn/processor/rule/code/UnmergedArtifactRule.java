package dev.cairn.processor.rule.code;

import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.model.FieldAccess;
import dev.cairn.processor.model.FieldAccess.Before;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.code.ReadJudgement.Judged;
import dev.cairn.processor.rule.common.DataRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;

/** What a join neither merges nor assigns is not read in the join or after it. */
final class UnmergedArtifactRule implements DataRule {
    static final String ID = "unmerged-artifact";

    @Override
    public String id() {
        return ID;
    }

    private record Cause(String artifact, String join) {}

    @Override
    public List<Problem> check(DataFlow data) {
        CommonCauses causes = new CommonCauses(ID);
        for (StepModel step : data.flow().steps()) {
            for (FieldAccess read : data.bodies().step(step.name()).reads()) {
                Judged judged = ReadJudgement.at(data, step, read);
                if (judged.existing() == ReadJudgement.DROPPED || judged.existing() == ReadJudgement.FORGOTTEN) {
                    causes.add(new Cause(read.field(), join(data, step, read).name()), step, read, judged.certain());
                }
            }
        }
        return causes.problems((step, read) -> problem(data, step, read));
    }

    private static StepModel join(DataFlow data, StepModel step, FieldAccess read) {
        return ReadJudgement.dropped(data, step, read.field()).orElseThrow();
    }

    private static Problem problem(DataFlow data, StepModel step, FieldAccess read) {
        Judged judged = ReadJudgement.at(data, step, read);
        StepModel join = join(data, step, read);
        boolean here = join.equals(step);
        String headline = "artifact " + Text.quoted(read.field()) + " is read in " + AccessText.where(step, read)
                + (here
                        ? ", which has neither merged it nor assigned it"
                        : ", but join " + Text.quoted(join.name()) + " does not pass it on")
                + (read.assigned() == Before.NEVER
                        ? ""
                        : here ? " on every path" : ", and the step does not assign it on every path");
        Problem problem = judged.certain()
                ? Problem.error(ID, read.position(), headline)
                : Problem.warning(ID, read.position(), headline);
        if (judged.existing() == ReadJudgement.FORGOTTEN) {
            problem = problem.detail("so", "it has its initial value again, without what was added before.");
        }
        return problem.path(data.pathOver(join, step))
                .fix(
                        here && MergeAdvice.addsUp(data, step, read)
                                ? MergeAdvice.start(data, read.field())
                                : MergeAdvice.passOn(data, join, read.field()));
    }
}
