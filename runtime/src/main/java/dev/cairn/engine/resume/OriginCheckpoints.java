package dev.cairn.engine.resume;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.values.StoredCheckpoints;
import dev.cairn.runtime.values.StoredCheckpoints.Stored;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The checkpoints of tasks that had not finished in a run, for another run that goes on with it. They are taken over if the code of the
 * step is the same, and no parameter that it reads has another value. Whether the task starts with the same artifacts is seen when it
 * starts. For one thread.
 */
final class OriginCheckpoints {
    private final FlowDefinition<?> definition;
    private final StoredCheckpoints origin;
    private final StepRules rules;

    OriginCheckpoints(FlowDefinition<?> definition, Datastore datastore, RunId origin, StepRules rules) {
        this.definition = definition;
        this.origin = new StoredCheckpoints(datastore, origin);
        this.rules = rules;
    }

    /**
     * Takes over those that may be used.
     *
     * @return what is to be said of the others, a sentence each
     */
    List<String> takeOver(StoredCheckpoints run) {
        Map<String, Integer> refused = new TreeMap<>();
        try (Stream<Stored> unfinished = origin.unfinished()) {
            unfinished.forEach(stored -> {
                String step = stored.task().step();
                if (allows(step)) {
                    run.takeOver(stored);
                } else {
                    refused.merge(step, 1, Integer::sum);
                }
            });
        }
        return refused.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
    }

    private boolean allows(String step) {
        return definition.findStep(step).isPresent() && rules.of(step).isEmpty();
    }

    private String line(String step, int count) {
        String reason = rules.of(step).map(Reason::text).orElse("it no longer exists");
        return step + ": " + (count == 1 ? "1 checkpoint is" : count + " checkpoints are") + " not used (" + reason
                + ")";
    }
}
