package dev.cairn.cli;

import dev.cairn.engine.CodeCheck;
import dev.cairn.engine.ParameterException;
import dev.cairn.engine.ProcessEnd;
import dev.cairn.engine.ResumePlan;
import dev.cairn.engine.RunBuilder;
import dev.cairn.engine.secret.Secrets;
import dev.cairn.runtime.RunReference;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.internal.HiddenTexts;
import dev.cairn.runtime.internal.Suggestions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Describes a run of any flow, with its parameters given as text. It is meant for launchers. Not thread-safe.
 *
 * @param <F> the flow class
 */
public final class TextRunBuilder<F> extends RunBuilder<F, TextRunBuilder<F>> {
    private final FlowDefinition<F> definition;
    private final Set<String> given = new HashSet<>();
    private final Map<String, @Nullable Object> secrets = new HashMap<>();

    /**
     * Starts with the defaults of the flow.
     *
     * @param definition the compiled flow
     */
    public TextRunBuilder(FlowDefinition<F> definition) {
        super(definition);
        this.definition = definition;
    }

    /**
     * Sets a parameter.
     *
     * @param option its name on the command line, without dashes
     * @param text its value, in the format that the command line uses
     * @return this builder
     * @throws ParameterException if the flow has no such parameter, if it was set before, or if {@code text} is not a value of
     *     its type
     */
    public TextRunBuilder<F> parameterText(String option, String text) {
        List<ArtifactDefinition> parameters = definition.parameters();
        ArtifactDefinition parameter = parameters.stream()
                .filter(candidate -> candidate.option().equals(option))
                .findFirst()
                .orElseThrow(() ->
                        new ParameterException("flow " + definition.name() + " has no parameter `" + option + "`."
                                + Suggestions.didYouMean(
                                        option,
                                        parameters.stream()
                                                .map(ArtifactDefinition::option)
                                                .toList())));
        if (!given.add(option)) {
            throw new ParameterException("parameter `" + option + "` is given twice. Give it once; write a list as"
                    + " comma-separated values.");
        }
        return parameter(
                parameter.name(),
                parameter.secret() ? secretOf(parameter, text) : ParameterText.parse(parameter, text));
    }

    /** Sets a parameter that is not secret. */
    void value(ArtifactDefinition parameter, @Nullable Object value) {
        given.add(parameter.option());
        parameter(parameter.name(), value);
    }

    private @Nullable Object secretOf(ArtifactDefinition parameter, String text) {
        try {
            return ParameterText.parseQuietly(parameter, text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException("the text for secret parameter `" + parameter.option()
                    + "` is not a value of type " + parameter.type() + ". " + e.getMessage());
        }
    }

    /** Sets a secret parameter. */
    void secret(ArtifactDefinition parameter, @Nullable Object value) {
        given.add(parameter.option());
        secrets.put(parameter.name(), value);
        parameter(parameter.name(), value);
    }

    /** The texts in secret parameters: neither logs nor failures show them. */
    HiddenTexts hidden() {
        return Secrets.of(definition, secrets, definition::newFlow).hidden();
    }

    /**
     * Adds packages to compare by method.
     *
     * @param names with commas
     * @throws UsageException if one is not the name of a package
     */
    void fingerprintPackages(String names) {
        for (String name : names.split(",", -1)) {
            try {
                fingerprintPackage(name.strip());
            } catch (IllegalArgumentException e) {
                throw new UsageException("--fingerprint-packages: " + e.getMessage());
            }
        }
    }

    @Override
    public TextRunBuilder<F> onStart(Consumer<RunReference> listener) {
        return super.onStart(listener);
    }

    @Override
    public TextRunBuilder<F> processEnd(ProcessEnd processEnd) {
        return super.processEnd(processEnd);
    }

    /**
     * Runs the flow and waits until it has ended.
     *
     * @return the run, which succeeded
     * @throws dev.cairn.runtime.FlowFailedException if a task failed
     * @throws dev.cairn.runtime.RunInterruptedException if the calling thread was interrupted
     * @throws ParameterException if a required parameter is missing
     */
    public RunReference run() {
        requireGiven();
        return execute();
    }

    private void requireGiven() {
        definition.parameters().stream()
                .filter(parameter -> parameter.required() && !given.contains(parameter.option()))
                .findFirst()
                .ifPresent(parameter -> {
                    throw new ParameterException(missing(parameter));
                });
    }

    /** Makes sure that {@link #run} could start; what of the code can be compared with that of later runs. */
    CodeCheck checkRun() {
        requireGiven();
        return checkStart();
    }

    /** What {@link #resume} would do. */
    ResumePlan plan(String run) {
        return planResume(run);
    }

    /** What of the code can be compared with that of other runs. */
    CodeCheck code() {
        return checkCode();
    }

    /**
     * Resumes a run: as {@link #run}, but a new run goes on where the other one ended. Parameters that are not given keep the values that
     * they had.
     *
     * @param run the id of the run to resume
     * @return the new run, which succeeded
     * @throws dev.cairn.runtime.FlowFailedException if a task failed
     * @throws dev.cairn.runtime.RunInterruptedException if the calling thread was interrupted
     */
    public RunReference resume(String run) {
        return executeResume(run);
    }

    private String missing(ArtifactDefinition parameter) {
        String flow = "flow " + definition.name();
        return parameter.secret()
                ? flow + " needs a value for its secret parameter `" + parameter.option() + "`: "
                        + SecretOptions.howToGive(parameter) + "."
                : flow + " needs a value for its parameter `" + parameter.option() + "`. Give it with --"
                        + parameter.option() + " <" + parameter.type() + ">.";
    }
}
