package dev.cairn.engine.resume;

import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run stores of the code of a step. Immutable.
 *
 * @param fingerprint the text of {@link StepFingerprints}
 * @param caughtIn the artifact that stores its failure, or null
 */
record StepCode(String fingerprint, @Nullable String caughtIn) {
    private static final String CATCH = " @Catch ";

    /** What a run stores of each step whose code is known. */
    static Map<String, String> store(FlowDefinition<?> definition, StepFingerprints fingerprints) {
        Map<String, String> stored = new LinkedHashMap<>();
        for (StepDefinition step : definition.steps()) {
            fingerprints
                    .of(step.name())
                    .ifPresent(text -> stored.put(step.name(), new StepCode(text, step.caughtIn()).text()));
        }
        return stored;
    }

    /** The stored form, which {@link #parse} reads. */
    String text() {
        return fingerprint + CATCH + (caughtIn == null ? "" : caughtIn);
    }

    /** Reads the stored form; of what another version wrote, all is fingerprint. */
    static StepCode parse(String text) {
        int end = text.lastIndexOf(CATCH);
        if (end < 0) {
            return new StepCode(text, null);
        }
        String caughtIn = text.substring(end + CATCH.length());
        return new StepCode(text.substring(0, end), caughtIn.isEmpty() ? null : caughtIn);
    }
}
