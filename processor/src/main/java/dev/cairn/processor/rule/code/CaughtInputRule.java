package dev.cairn.processor.rule.code;

import dev.cairn.processor.graph.Absence;
import dev.cairn.processor.graph.Absence.Condition;
import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.model.FieldAccess;
import dev.cairn.processor.model.Given;
import dev.cairn.processor.model.InputAccess;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.name.GeneratedNames;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.DataRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;
import java.util.Optional;

/**
 * A join checks for a failure before it reads what a caught step may not have assigned. One such check, or a call of
 * {@code has(..)}, anywhere in the join is enough. A primitive is stored with the value that it has, so it always
 * exists.
 */
final class CaughtInputRule implements DataRule {
    static final String ID = "caught-input";

    @Override
    public String id() {
        return ID;
    }

    /** The step that may fail, and the artifact that is missing then. */
    private record Cause(String artifact, StepModel step) {}

    @Override
    public List<Problem> check(DataFlow data) {
        return data.flow().steps().stream()
                .filter(StepModel::joins)
                .flatMap(join -> check(data, join).stream())
                .toList();
    }

    private static List<Problem> check(DataFlow data, StepModel join) {
        CommonCauses causes = new CommonCauses(ID);
        InputAccess inputs = data.bodies().step(join.name()).inputs();
        boolean asks = List.of("has", "task()", "try").stream().anyMatch(inputs.names()::contains);
        if (!asks) {
            for (FieldAccess read : inputs.reads()) {
                missing(data, join, read)
                        .filter(caught -> !inputs.names().contains(failure(caught)))
                        .ifPresent(caught -> causes.add(new Cause(read.field(), caught), join, read, false));
            }
        }
        return causes.problems((step, read) -> problem(data, step, read));
    }

    /** The step whose failure is the reason that an input may lack what is read. */
    private static Optional<StepModel> missing(DataFlow data, StepModel join, FieldAccess read) {
        return absence(data, join, read).stream()
                .flatMap(absence -> absence.conditions().stream())
                .filter(condition -> condition.kind() == Condition.Kind.CAUGHT)
                .map(Condition::step)
                .findFirst();
    }

    private static Optional<Absence> absence(DataFlow data, StepModel join, FieldAccess read) {
        boolean canBeMissing = data.flow()
                .artifact(read.field())
                .filter(artifact -> !(artifact.type() instanceof JavaType.Primitive))
                .isPresent();
        if (!canBeMissing) {
            return Optional.empty();
        }
        return data.graph().arrivals().getOrDefault(join.name(), List.of()).stream()
                .flatMap(List::stream)
                .flatMap(step -> data.flow().step(step).stream())
                .filter(step -> data.isMissingIfCaught(step, read.field()))
                .findFirst()
                .map(step -> data.absenceAfter(step, read.field()));
    }

    private static String failure(StepModel caught) {
        return caught.decorators().caught().map(Given::value).orElseThrow();
    }

    private static Problem problem(DataFlow data, StepModel join, FieldAccess read) {
        StepModel caught = missing(data, join, read).orElseThrow();
        String headline = AccessText.where(join, read) + " reads " + Text.quoted(read.field())
                + " of its inputs, but " + Text.quoted(read.field()) + " is missing if "
                + Text.quoted(caught.name()) + " failed";
        return AbsenceText.show(
                        Problem.warning(ID, read.position(), headline),
                        absence(data, join, read).orElseThrow())
                .fix("check first that " + Text.quoted(failure(caught) + "()")
                        + " of the input is `null`, or call `has(Name." + GeneratedNames.constant(read.field())
                        + ")`.");
    }
}
