package dev.cairn.processor.rule.code;

import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.graph.MergeConflict;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.FieldAccess;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.MergeCall;
import dev.cairn.processor.model.MergeCall.Selection;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.StepParameter;
import dev.cairn.processor.name.GeneratedNames;
import dev.cairn.processor.rule.common.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says how a join passes on what it should, and leaves out what it cannot merge, as the code to write. */
final class MergeAdvice {
    private MergeAdvice() {}

    /** How a join that does not pass an artifact on can do so. */
    static String passOn(DataFlow data, StepModel join, String artifact) {
        String name = Text.quoted(join.name());
        if (isDisputed(data, join, artifact)) {
            return EmptyCollection.of(type(data, artifact))
                    .map(empty ->
                            "collect it in " + name + " from the inputs, which may differ, for example `" + artifact
                                    + " = " + empty.expression() + "; for (var input : " + inputs(join) + ") "
                                    + empty.adding(artifact, "input." + artifact + "()") + ";`.")
                    .orElseGet(() -> "assign it in " + name + " from the inputs, which may differ, for example `"
                            + artifact + " = " + input(data, join) + "." + artifact + "();`.");
        }
        List<MergeCall> merges = data.bodies().step(join.name()).merges();
        if (merges.isEmpty()) {
            return "call `" + inputs(join) + ".mergeInto(this);` in " + name + ", or assign it there.";
        }
        boolean selected = merges.stream().anyMatch(merge -> selects(merge, artifact));
        if (selected) {
            return "read it after `mergeInto`, or assign it first.";
        }
        return merges.get(0).selection() == Selection.ONLY
                ? "name it in `only(..)` in " + name + ", or assign it there."
                : "remove it from `except(..)` in " + name + ", or assign it there.";
    }

    private static boolean isDisputed(DataFlow data, StepModel join, String artifact) {
        return data.conflicts(join).stream().map(MergeConflict::artifact).anyMatch(artifact::equals);
    }

    /** Whether a join reads a field of its own to add to it: the value that it begins with may well be meant. */
    static boolean addsUp(DataFlow data, StepModel join, FieldAccess read) {
        return join.joins()
                && (read.kind() == FieldAccess.Kind.UPDATE
                        || data.bodies().step(join.name()).model().mayChange().contains(read.field()));
    }

    /** How a join that adds to a field says from which value it starts. */
    static String start(DataFlow data, String artifact) {
        JavaType type = type(data, artifact);
        Optional<String> value =
                EmptyCollection.of(type).map(EmptyCollection::expression).or(() -> JavaDefaults.of(type));
        return "assign a start value first"
                + value.map(start -> ", for example `" + artifact + " = " + start + ";`")
                        .orElse("")
                + ": a join starts without the values of its branches.";
    }

    private static JavaType type(DataFlow data, String artifact) {
        return data.flow().artifact(artifact).map(ArtifactModel::type).orElseThrow();
    }

    /** The call that merges all that another one does, but for some artifacts. */
    static String without(StepModel join, MergeCall merge, Set<String> artifacts) {
        if (merge.selection() == Selection.ONLY) {
            Set<String> rest = new TreeSet<>(merge.names());
            rest.removeAll(artifacts);
            return rest.isEmpty()
                    ? "remove the call"
                    : "call `" + inputs(join) + ".mergeInto(this, only(" + constants(rest) + "))`";
        }
        Set<String> all = new TreeSet<>(merge.names());
        all.addAll(artifacts);
        return "call `" + inputs(join) + ".mergeInto(this, except(" + constants(all) + "))`";
    }

    /** Whether a call merges an artifact; of a call that cannot be seen through it is not known. */
    static boolean selects(MergeCall merge, String artifact) {
        return switch (merge.selection()) {
            case ALL -> true;
            case ONLY -> merge.names().contains(artifact);
            case EXCEPT -> !merge.names().contains(artifact);
            case UNKNOWN -> false;
        };
    }

    private static String constants(Set<String> artifacts) {
        return artifacts.stream()
                .map(artifact -> "Name." + GeneratedNames.constant(artifact))
                .collect(Collectors.joining(", "));
    }

    private static String inputs(StepModel join) {
        return join.joinInputs().map(StepParameter::name).orElse("inputs");
    }

    /** One of the inputs: the first that has a name of its own, or else the first. */
    private static String input(DataFlow data, StepModel join) {
        List<List<String>> branches =
                Objects.requireNonNull(data.graph().arrivals().get(join.name()));
        String inputs = inputs(join);
        return branches.size() > 1 && branches.get(0).size() == 1
                ? inputs + "." + branches.get(0).get(0) + "()"
                : inputs + ".get(0)";
    }
}
