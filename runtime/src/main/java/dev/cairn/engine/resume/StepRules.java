package dev.cairn.engine.resume;

import dev.cairn.engine.fingerprint.FlowFingerprints;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.ArtifactDefinition.Kind;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import dev.cairn.runtime.graph.FlowStructure;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which steps have no task that can be reused, whatever their tasks are. Immutable. */
public final class StepRules {
    private final Map<String, Reason> reasons = new HashMap<>();

    /** What the code of today, and the values of the new run, are compared with. */
    record Basis(
            FlowDefinition<?> definition,
            FlowGraph before,
            FlowGraph now,
            Map<String, String> codeBefore,
            StepFingerprints codeNow,
            CodeChanges codeChanges,
            Map<String, String> changedValues,
            boolean lostParameters) {}

    StepRules(Basis basis, ResumeOptions options) {
        FlowStructure before = new FlowStructure(basis.before());
        FlowStructure now = new FlowStructure(basis.now());
        for (StepDefinition step : basis.definition().steps()) {
            Reason reason = step.name().equals(options.from()) ? Reason.ASKED : reason(basis, step, before, now);
            if (reason != null) {
                reasons.put(step.name(), reason);
            }
        }
    }

    /** Why no task of a step can be reused; empty if some may. */
    Optional<Reason> of(String step) {
        return Optional.ofNullable(reasons.get(step));
    }

    /** Whether every step may have tasks that can be reused. */
    boolean allowAll() {
        return reasons.isEmpty();
    }

    private static @Nullable Reason reason(Basis basis, StepDefinition step, FlowStructure before, FlowStructure now) {
        Optional<GraphStep> old = basis.before().steps().stream()
                .filter(each -> each.name().equals(step.name()))
                .findFirst();
        if (old.isEmpty()) {
            return Reason.NEW_STEP;
        }
        String stored = basis.codeBefore().get(step.name());
        Optional<String> code = basis.codeNow().of(step.name());
        if (stored == null || code.isEmpty()) {
            return Reason.UNKNOWN_CODE;
        }
        StepCode codeBefore = StepCode.parse(stored);
        String fingerprint = codeBefore.fingerprint();
        if (!fingerprint.equals(code.get())) {
            return FlowFingerprints.areComparable(fingerprint, code.get())
                    ? basis.codeChanges().of(step.name())
                    : Reason.UNKNOWN_CODE;
        } else if (!codeBefore.version().equals(step.version())) {
            return Reason.VERSION;
        } else if (!joinsTheSame(old.get(), step, before, now)) {
            return Reason.OTHER_SPLIT;
        }
        for (Map.Entry<String, String> change : basis.changedValues().entrySet()) {
            if (reads(step, basis.definition().artifact(change.getKey()))) {
                return Reason.changed(change.getValue());
            }
        }
        return step.access().allParameters() && basis.lostParameters()
                ? Reason.changed("a parameter no longer exists")
                : null;
    }

    private static boolean joinsTheSame(GraphStep old, StepDefinition step, FlowStructure before, FlowStructure now) {
        if (!old.joins() || !step.joins()) {
            return old.joins() == step.joins();
        }
        GraphStep splitBefore = before.splitOf(step.name());
        GraphStep splitNow = now.splitOf(step.name());
        return splitBefore.name().equals(splitNow.name()) && splitBefore.fansOut() == splitNow.fansOut();
    }

    /** The analysis tells of parameters; a constant may be in any code, and a {@code TaskContext} shows what is no secret. */
    private static boolean reads(StepDefinition step, ArtifactDefinition shared) {
        Access access = step.access();
        return shared.kind() == Kind.CONSTANT
                || access.mayRead(shared.name())
                || access.changes(shared.name())
                || access.allParameters() && !shared.secret()
                || step.transition().dependsOn(shared.name());
    }
}
