package dev.cairn.engine.resume;

import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run stores of the code of a step. Immutable.
 *
 * @param fingerprint the text of {@link StepFingerprints}
 * @param version the version that its annotation has, or the empty string
 * @param caughtIn the artifact that stores its failure, or null
 */
record StepCode(
        String fingerprint, String version, @Nullable String caughtIn) {
    private static final String VERSION = " @Version ";
    private static final String CATCH = " @Catch ";

    /** What a run stores of each step whose code is known. */
    static Map<String, String> store(FlowDefinition<?> definition, StepFingerprints fingerprints) {
        Map<String, String> stored = new LinkedHashMap<>();
        for (StepDefinition step : definition.steps()) {
            fingerprints
                    .of(step.name())
                    .ifPresent(text ->
                            stored.put(step.name(), new StepCode(text, step.version(), step.caughtIn()).text()));
        }
        return stored;
    }

    /** The code of steps as a run has stored it. */
    static StepFingerprints stored(Map<String, String> texts) {
        return step ->
                Optional.ofNullable(texts.get(step)).map(text -> parse(text).fingerprint());
    }

    /** The stored form, which {@link #parse} reads. */
    String text() {
        return fingerprint + (version.isEmpty() ? "" : VERSION + version) + CATCH + (caughtIn == null ? "" : caughtIn);
    }

    /** Reads the stored form; of what another version wrote, all is fingerprint. */
    static StepCode parse(String text) {
        int end = text.lastIndexOf(CATCH);
        if (end < 0) {
            return new StepCode(text, "", null);
        }
        String caughtIn = text.substring(end + CATCH.length());
        String code = text.substring(0, end);
        int version = code.indexOf(VERSION); // there is none in a fingerprint
        return new StepCode(
                version < 0 ? code : code.substring(0, version),
                version < 0 ? "" : code.substring(version + VERSION.length()),
                caughtIn.isEmpty() ? null : caughtIn);
    }
}
