package dev.cairn.processor.rule.code;

import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.BodyModel;
import dev.cairn.processor.model.SharedValue;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.DataRule;
import dev.cairn.processor.rule.common.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An object that a later step may change is in one artifact only: each artifact is stored separately, so the next step
 * finds two objects, and changes one. If nobody changes either, two are as good as one.
 */
final class SharedValueRule implements DataRule {
    static final String ID = "shared-value";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(DataFlow data) {
        ChangeableTypes changeable = new ChangeableTypes(data.flow());
        List<Problem> problems = new ArrayList<>();
        for (StepModel step : data.flow().steps()) {
            List<SharedValue> values = data.bodies().shared().getOrDefault(step.name(), List.of());
            List<StepModel> later = values.isEmpty() ? List.of() : after(data, step);
            for (SharedValue shared : values) {
                if (matters(data, changeable, shared)) {
                    Stream.of(shared.artifact(), shared.other())
                            .flatMap(artifact -> changes(data, later, artifact))
                            .findFirst()
                            .ifPresent(change -> problems.add(problem(data, step, shared, change)));
                }
            }
        }
        return problems;
    }

    /** A step that may change an artifact in place. */
    private record Change(StepModel step, String artifact) {}

    private static Stream<Change> changes(DataFlow data, List<StepModel> steps, String artifact) {
        return steps.stream()
                .filter(step -> {
                    BodyModel body = data.bodies().step(step.name()).model();
                    return body.everything() || body.mayChange().contains(artifact);
                })
                .map(step -> new Change(step, artifact));
    }

    /** The steps that may come after one, itself among them if it is in a loop, in the order of the flow. */
    private static List<StepModel> after(DataFlow data, StepModel step) {
        Set<String> names = new HashSet<>();
        Deque<StepModel> open = new ArrayDeque<>(List.of(step));
        while (!open.isEmpty()) {
            for (String next : open.pop().transition().targets().stream()
                    .map(TransitionModel.Target::step)
                    .toList()) {
                if (names.add(next)) {
                    data.flow().step(next).ifPresent(open::push);
                }
            }
        }
        return data.flow().steps().stream()
                .filter(later -> names.contains(later.name()))
                .toList();
    }

    private static boolean matters(DataFlow data, ChangeableTypes changeable, SharedValue shared) {
        ArtifactModel artifact = data.flow().artifact(shared.artifact()).orElseThrow();
        ArtifactModel other = data.flow().artifact(shared.other()).orElseThrow();
        return switch (shared.relation()) {
            case SAME ->
                shared.frozen()
                        ? changeable.isHeldIn(artifact.stored()) && changeable.isHeldIn(other.stored())
                        : changeable.is(artifact.stored()) && changeable.is(other.stored());
            case VIEW ->
                ChangeableTypes.isCollection(artifact)
                        && ChangeableTypes.isCollection(other)
                        && (!shared.frozen() || changeable.isHeldIn(artifact.stored()));
            case ELEMENT -> ChangeableTypes.isCollection(other) && changeable.is(artifact.stored());
            case COMMON_ELEMENT -> changeable.isElementOf(artifact.stored()) && changeable.isElementOf(other.stored());
        };
    }

    private static Problem problem(DataFlow data, StepModel step, SharedValue shared, Change change) {
        String left = change.artifact().equals(shared.artifact()) ? shared.other() : shared.artifact();
        String artifact = Text.quoted(shared.artifact());
        String other = Text.quoted(shared.other());
        String what = switch (shared.relation()) {
            case SAME -> "artifacts " + artifact + " and " + other + " are one object here, but two copies";
            case VIEW -> "artifact " + artifact + " is a live view of " + other + " here, but a separate copy";
            case ELEMENT -> "artifact " + artifact + " is an element of " + other + " here, but a separate copy";
            case COMMON_ELEMENT ->
                "artifacts " + artifact + " and " + other + " share an object here, but each has its own copy";
        };
        return Problem.warning(ID, shared.position(), what + " after step " + Text.quoted(step.name()))
                .detail(
                        "so",
                        "when step " + Text.quoted(change.step().name()) + " changes " + Text.quoted(change.artifact())
                                + ", " + Text.quoted(left) + " does not change, unlike in plain Java.")
                .fix(fix(data, shared));
    }

    private static String fix(DataFlow data, SharedValue shared) {
        ArtifactModel artifact = data.flow().artifact(shared.artifact()).orElseThrow();
        return switch (shared.relation()) {
            case SAME, VIEW -> "make the copy explicit, " + CopyCode.of(artifact) + ", or keep only one of the two.";
            case ELEMENT ->
                "keep its key or position instead and look it up where it is needed, or make the copy explicit, "
                        + CopyCode.of(artifact) + ".";
            case COMMON_ELEMENT -> "let one of them hold keys or positions instead, or put copies into one.";
        };
    }
}
