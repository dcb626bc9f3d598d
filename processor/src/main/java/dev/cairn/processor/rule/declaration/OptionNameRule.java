package dev.cairn.processor.rule.declaration;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.ArtifactModel.ParameterModel;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.name.GeneratedNames;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.Erroneous;
import dev.cairn.processor.rule.common.SourceRule;
import dev.cairn.processor.rule.common.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every parameter has its own option on the command line; a secret one, its own environment variables too. */
final class OptionNameRule implements SourceRule {
    static final String ID = "option-name";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Spoils spoils() {
        return Spoils.NOTHING;
    }

    /** The options that {@code run}, {@code resume} and {@code check} have for every flow, whatever its parameters. */
    private static final Set<String> TAKEN = Set.of(
            "datastore",
            "debug",
            "detach",
            "engine",
            "exclusive",
            "fingerprint-packages",
            "force-resume",
            "from-step",
            "help",
            "isolation",
            "keep-going",
            "max-iterations",
            "max-workers",
            "params",
            "quiet",
            "resume",
            "retry-caught",
            "run-id",
            "tag",
            "version");

    @Override
    public List<Problem> check(FlowSource source) {
        List<Problem> problems = new ArrayList<>();
        Map<String, String> parameters = new HashMap<>();
        for (ArtifactModel artifact : source.flow().artifacts()) {
            artifact.parameter().ifPresent(parameter -> check(artifact.name(), parameter, parameters, problems));
        }
        checkSecrets(source.flow(), problems);
        return problems;
    }

    /** What is given for a secret must not become the value of a parameter that is stored. */
    private static void checkSecrets(FlowModel flow, List<Problem> problems) {
        List<ArtifactModel> before = new ArrayList<>();
        for (ArtifactModel artifact : flow.artifacts()) {
            ParameterModel parameter = artifact.parameter().orElse(null);
            if (parameter == null || Erroneous.is(parameter.option())) {
                continue;
            }
            for (ArtifactModel other : before) {
                shared(parameter, other.parameter().orElseThrow())
                        .ifPresent(variable -> problems.add(problem(
                                        parameter,
                                        artifact.name(),
                                        "has the environment variable `" + variable + "`, which "
                                                + Text.quoted(other.name()) + " has too, and one of them is secret")
                                .fix("give it another option: `@Parameter(name = \"...\")`.")));
            }
            before.add(artifact);
        }
    }

    /** The variable that two parameters have, if one of them is secret; of equal options this rule has spoken. */
    private static Optional<String> shared(ParameterModel one, ParameterModel other) {
        return one.secret() || other.secret()
                ? variables(one).stream()
                        .filter(variables(other)::contains)
                        .filter(variable -> !one.option().equalsIgnoreCase(other.option()))
                        .findFirst()
                : Optional.empty();
    }

    private static List<String> variables(ParameterModel parameter) {
        String variable = variable(parameter.option());
        return parameter.secret() ? List.of(variable, variable(parameter.option() + "-file")) : List.of(variable);
    }

    /** The environment variable of an option, as the runtime has it. */
    static String variable(String option) {
        return "CAIRN_RUN_"
                + option.replaceAll("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})", "_")
                        .replace('-', '_')
                        .toUpperCase(Locale.ROOT);
    }

    private static void check(
            String name, ParameterModel parameter, Map<String, String> parameters, List<Problem> problems) {
        String option = "`--" + parameter.option() + "`";
        if (Erroneous.is(parameter.option())) {
            return;
        } else if (!parameter.option().matches("[A-Za-z][A-Za-z0-9_.-]*")) {
            problems.add(problem(parameter, name, "cannot have the option " + option)
                    .fix("use a letter, and then letters, digits, dots, hyphens and underscores."));
            return;
        }
        boolean reserved = GeneratedNames.RESERVED_PARAMETERS.contains(name); // another rule says so
        if (!reserved && TAKEN.contains(parameter.option().toLowerCase(Locale.ROOT))) {
            problems.add(problem(parameter, name, "has the option " + option + ", which `run` has for every flow")
                    .fix("give it another one: `@Parameter(name = \"...\")`."));
            return;
        }
        String other = parameters.putIfAbsent(parameter.option().toLowerCase(Locale.ROOT), name);
        if (other != null) {
            problems.add(
                    problem(parameter, name, "has the option " + option + ", which " + Text.quoted(other) + " has too")
                            .fix("give it another one: `@Parameter(name = \"...\")`."));
        }
    }

    private static Problem problem(ParameterModel parameter, String name, String what) {
        return Problem.error(ID, parameter.position(), "parameter " + Text.quoted(name) + " " + what);
    }
}
