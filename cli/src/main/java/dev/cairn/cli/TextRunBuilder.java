package dev.cairn.cli;

import dev.cairn.engine.ParameterException;
import dev.cairn.engine.ProcessEnd;
import dev.cairn.engine.RunBuilder;
import dev.cairn.runtime.RunReference;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.internal.Suggestions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Describes a run of any flow, with its parameters given as text. It is meant for launchers. Not thread-safe.
 *
 * @param <F> the flow class
 */
public final class TextRunBuilder<F> extends RunBuilder<F, TextRunBuilder<F>> {
    private final FlowDefinition<F> definition;
    private final Set<String> given = new HashSet<>();

    /** Starts with the defaults of the flow. */
    public TextRunBuilder(FlowDefinition<F> definition) {
        super(definition);
        this.definition = definition;
    }

    /**
     * Sets a parameter.
     *
     * @param option its name on the command line, without dashes
     * @param text its value, in the format that the command line uses
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
        return parameter(parameter.name(), ParameterText.parse(parameter, text));
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
     * @throws dev.cairn.runtime.FlowFailedException if a task failed
     * @throws dev.cairn.runtime.RunInterruptedException if the calling thread was interrupted
     * @throws ParameterException if a required parameter is missing
     */
    public RunReference run() {
        definition.parameters().stream()
                .filter(parameter -> parameter.required() && !given.contains(parameter.option()))
                .findFirst()
                .ifPresent(parameter -> {
                    throw new ParameterException(
                            "flow " + definition.name() + " needs a value for its parameter `" + parameter.option()
                                    + "`. Give it with --" + parameter.option() + " <" + parameter.type() + ">.");
                });
        return execute();
    }
}
