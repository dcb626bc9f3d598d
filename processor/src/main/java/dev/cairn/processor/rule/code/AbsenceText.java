package dev.cairn.processor.rule.code;

import dev.cairn.processor.graph.Absence;
import dev.cairn.processor.graph.Absence.Condition;
import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.EnclosingForeach;
import dev.cairn.processor.rule.common.Text;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words for paths on which an artifact does not come to exist. */
final class AbsenceText {
    private AbsenceText() {}

    /** A problem with the path, and with what has to happen on it. */
    static Problem show(Problem problem, Absence absence) {
        return show(problem, absence, Optional.empty());
    }

    /** A problem with the path, with what has to happen on it, and with what has to happen where it ends. */
    static Problem show(Problem problem, Absence absence, Optional<String> last) {
        Problem shown = problem.path(absence.path());
        Stream<String> conditions = absence.conditions().stream().map(AbsenceText::text);
        Stream<String> beside =
                absence.beside().stream().map(branch -> "another branch goes " + String.join(" -> ", branch));
        String when = Stream.of(conditions, beside, last.stream())
                .flatMap(clauses -> clauses)
                .collect(Collectors.joining(", and "));
        return when.isEmpty() ? shown : shown.detail("when", when);
    }

    /** How to make an artifact exist on every path. */
    static String fix(DataFlow data, String artifact) {
        return fix(data, artifact, "on every path");
    }

    /** How to make an artifact exist; {@code where} says where to assign it. */
    static String fix(DataFlow data, String artifact, String where) {
        ArtifactModel field = data.flow().artifact(artifact).orElseThrow();
        return field.initialised()
                ? "assign or merge it " + where + "."
                : "assign it " + where + orInitialValue(data, artifact);
    }

    /**
     * What else than to assign an artifact there is to do; the end of a sentence. An initial value is no remedy where a join that
     * merges the artifact would get it from all branches but one, and another value from that.
     */
    static String orInitialValue(DataFlow data, String artifact) {
        ArtifactModel field = data.flow().artifact(artifact).orElseThrow();
        Optional<String> number = JavaDefaults.of(field.type());
        if (data.isMergedFromOneBranch(artifact)) {
            return number.isPresent() ? "." : " (`null` will do), or compare it with `null` first.";
        }
        return number.map(value -> ", or, if you mean Java's default, write it: `" + field.type() + " " + artifact
                        + " = " + value + ";`.")
                .orElse(", or give the field an initial value.");
    }

    private static String text(Condition condition) {
        String step = Text.quoted(condition.step().name());
        return switch (condition.kind()) {
            case NOT_ASSIGNED -> step + " does not assign it";
            case NOT_MERGED -> step + " does not merge it";
            case CAUGHT -> step + " fails, and its failure is caught";
            case NO_ELEMENTS -> Text.quoted(EnclosingForeach.artifact(condition.step())) + " has no elements";
        };
    }
}
