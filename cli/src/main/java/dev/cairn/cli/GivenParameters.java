package dev.cairn.cli;

import dev.cairn.codec.Tree;
import dev.cairn.engine.secret.SecretReader;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.internal.OptionNames;
import dev.cairn.runtime.internal.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/**
 * Where the values of parameters are from: an option; otherwise the file that {@code --params} names; otherwise an environment variable of
 * the flow, {@code CAIRN_<FLOW>_<PARAMETER>}; otherwise one of all flows, {@code CAIRN_RUN_<PARAMETER>}; otherwise the default.
 *
 * @param <F> the flow class
 */
final class GivenParameters<F> {
    static final String FILE = "--params";

    private final FlowDefinition<F> definition;
    private final ParseResult parsed;
    private final Map<String, String> environment;

    GivenParameters(FlowDefinition<F> definition, ParseResult parsed, Map<String, String> environment) {
        this.definition = definition;
        this.parsed = parsed;
        this.environment = environment;
    }

    /** Gives a builder all that was given. */
    void addTo(TextRunBuilder<F> builder) {
        ParametersFile file = ParametersFile.read(RunCommand.value(parsed, FILE, environment), definition);
        SecretReader secrets = new SecretReader(definition.name(), environment, new TextParameters());
        for (ArtifactDefinition parameter : definition.parameters()) {
            if (parameter.secret()) {
                addSecret(builder, parameter, file, secrets);
            } else {
                add(builder, parameter, file);
            }
        }
    }

    private void addSecret(
            TextRunBuilder<F> builder, ArtifactDefinition parameter, ParametersFile file, SecretReader secrets) {
        String ownFile = Options.find(parsed, SecretOptions.file(parameter));
        Tree inFile = file.find(parameter);
        if (ownFile == null && inFile != null) {
            String text = inFile instanceof Tree.Scalar scalar ? scalar.text() : inFile.text(Integer.MAX_VALUE);
            builder.secret(
                    parameter,
                    secrets.inText(parameter, text, file.place(parameter)).value());
        } else {
            secrets.find(parameter, ownFile).ifPresent(found -> builder.secret(parameter, found.value()));
        }
    }

    private void add(TextRunBuilder<F> builder, ArtifactDefinition parameter, ParametersFile file) {
        String option = Options.find(parsed, "--" + parameter.option());
        Tree inFile = file.find(parameter);
        if (option != null) {
            builder.parameterText(parameter.option(), option);
        } else if (inFile != null) {
            builder.value(parameter, ParameterText.parse(parameter, inFile, file.place(parameter)));
        } else {
            String variable = variable(parameter);
            String text = variable == null ? null : environment.get(variable);
            if (variable != null && text != null) {
                builder.value(parameter, ParameterText.parse(parameter, text, variable));
            }
        }
    }

    private @Nullable String variable(ArtifactDefinition parameter) {
        String own = OptionNames.variable(definition.name(), parameter.option());
        String ofAll = OptionNames.variable(parameter.option());
        return environment.containsKey(own) ? own : environment.containsKey(ofAll) ? ofAll : null;
    }

    /** The environment variables that look like one of this flow, but set nothing, each with what may have been meant. */
    List<String> unknownVariables() {
        String prefix = OptionNames.prefix(definition.name());
        Set<String> known = new TreeSet<>();
        for (ArtifactDefinition parameter : definition.parameters()) {
            known.add(rest(prefix, parameter.option()));
            if (parameter.secret()) {
                known.add(rest(prefix, OptionNames.file(parameter.option())));
            }
        }
        List<String> lines = new ArrayList<>();
        for (String variable : new TreeSet<>(environment.keySet())) {
            String name = variable.startsWith(prefix) ? variable.substring(prefix.length()) : "";
            String meant = name.isEmpty() || known.contains(name) ? "" : Suggestions.didYouMean(name, known);
            if (!meant.isEmpty()) {
                lines.add("environment variable `" + variable + "` sets no parameter of flow " + definition.name() + "."
                        + meant.replace(" `", " `" + prefix));
            }
        }
        return lines;
    }

    private String rest(String prefix, String option) {
        return OptionNames.variable(definition.name(), option).substring(prefix.length());
    }
}
