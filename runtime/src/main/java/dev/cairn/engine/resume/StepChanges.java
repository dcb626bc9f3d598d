package dev.cairn.engine.resume;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.engine.fingerprint.FlowFingerprints;
import dev.cairn.runtime.definition.FlowDefinition;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the code of a step is that with which a task ran. */
public final class StepChanges {
    private StepChanges() {}

    /**
     * How the code of a step differs from that of a task, as the end of a sentence about the step, such as {@code its code changed}; empty
     * if it is the same.
     *
     * @param executed the run that executed the task
     * @param run the run that holds it, which knows its code too if the other one was deleted
     */
    public static Optional<String> of(
            FlowDefinition<?> definition, Datastore datastore, RunId executed, RunId run, String step) {
        Optional<RunRecord> known = Stream.of(executed, run)
                .flatMap(each -> datastore.runs().find(each).stream())
                .filter(each -> each.fingerprints().containsKey(step))
                .findFirst();
        Optional<StepCode> before = known.map(
                        each -> Objects.requireNonNull(each.fingerprints().get(step)))
                .map(StepCode::parse);
        StepFingerprints code = StepFingerprints.of(definition);
        Optional<String> now = code.of(step);
        if (before.isEmpty()
                || now.isEmpty()
                || !FlowFingerprints.areComparable(before.get().fingerprint(), now.get())) {
            return Optional.of(Reason.UNKNOWN_CODE.text());
        } else if (!before.get().fingerprint().equals(now.get())) {
            StoredCode stored = new StoredCode(datastore, known.orElseThrow().id());
            return Optional.of(new CodeChanges(stored, code).of(step).text());
        }
        return before.get().version().equals(definition.step(step).version())
                ? Optional.empty()
                : Optional.of(Reason.VERSION.text());
    }
}
