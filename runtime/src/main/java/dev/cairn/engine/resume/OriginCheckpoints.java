package dev.cairn.engine.resume;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.NoSuchBlobException;
import dev.cairn.datastore.RunId;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.values.StoredCheckpoints;
import dev.cairn.runtime.values.StoredCheckpoints.Stored;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        Map<Refusal, Integer> refused = new TreeMap<>();
        try (Stream<Stored> unfinished = origin.unfinished()) {
            unfinished.forEach(stored -> {
                String reason = takeOver(stored, run);
                if (reason != null) {
                    refused.merge(new Refusal(stored.task().step(), reason), 1, Integer::sum);
                }
            });
        }
        return refused.entrySet().stream()
                .map(entry -> entry.getKey().line(entry.getValue()))
                .toList();
    }

    /** Why a checkpoint was not taken over; null if it was. */
    private @Nullable String takeOver(Stored stored, StoredCheckpoints run) {
        String step = stored.task().step();
        if (definition.findStep(step).isEmpty()) {
            return "it no longer exists";
        } else if (rules.of(step).isPresent()) {
            return rules.of(step).get().text();
        }
        try {
            run.takeOver(stored);
            return null;
        } catch (NoSuchBlobException e) {
            return "missing in the datastore";
        }
    }

    private record Refusal(String step, String reason) implements Comparable<Refusal> {
        private static final Comparator<Refusal> ORDER =
                Comparator.comparing(Refusal::step).thenComparing(Refusal::reason);

        String line(int count) {
            return step + ": " + (count == 1 ? "1 checkpoint is" : count + " checkpoints are") + " not used (" + reason
                    + ")";
        }

        @Override
        public int compareTo(Refusal other) {
            return ORDER.compare(this, other);
        }
    }
}
