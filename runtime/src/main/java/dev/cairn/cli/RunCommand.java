package dev.cairn.cli;

import dev.cairn.engine.TextRunBuilder;
import dev.cairn.runtime.ArtifactDefinition;
import dev.cairn.runtime.DefaultDatastore;
import dev.cairn.runtime.FlowDefinition;
import dev.cairn.runtime.StartedRun;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code run}: runs a flow. Each parameter is an option; each option can also be an environment variable. */
final class RunCommand<F> implements Callable<Integer> {
    private final FlowDefinition<F> definition;
    private final Terminal terminal;
    private final Map<String, String> environment;
    private @Nullable CommandSpec spec;

    RunCommand(FlowDefinition<F> definition, Terminal terminal, Map<String, String> environment) {
        this.definition = definition;
        this.terminal = terminal;
        this.environment = environment;
    }

    CommandSpec spec(String name) {
        CommandSpec command = CommandSpec.wrapWithoutInspection(this);
        command.name(name);
        command.mixinStandardHelpOptions(true);
        command.usageMessage()
                .description("Runs flow " + definition.name() + ". "
                        + FlowCommands.firstSentence(definition.documentation()));
        TextRunBuilder.parameters(definition).forEach(parameter -> command.addOption(option(parameter)));
        command.addOption(option("--datastore", "<url>", "where the run is stored; default " + DefaultDatastore.URL));
        command.addOption(
                option("--max-workers", "<number>", "how many tasks may run at once; default: the processors"));
        command.addOption(OptionSpec.builder("--tag")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel("<tag>")
                .description("a tag of the run; may be given several times")
                .build());
        command.addOption(OptionSpec.builder("--debug")
                .type(boolean.class)
                .description("show the whole stack trace of an error")
                .build());
        spec = command;
        return command;
    }

    private static OptionSpec option(ArtifactDefinition parameter) {
        String help = parameter.help().isEmpty() ? parameter.type() : parameter.help();
        return option(
                "--" + parameter.option(),
                "<" + parameter.type() + ">",
                help + (parameter.required() ? " (required)" : ""));
    }

    private static OptionSpec option(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .description(description.replace("%", "%%"))
                .build();
    }

    @Override
    public Integer call() throws Exception {
        ParseResult parsed = spec.commandLine().getParseResult();
        TextRunBuilder<F> builder = new TextRunBuilder<>(definition);
        TextRunBuilder.parameters(definition).forEach(parameter -> {
            String text = value(parsed, "--" + parameter.option());
            if (text != null) {
                builder.parameterText(parameter.option(), text);
            }
        });
        String datastore = value(parsed, "--datastore");
        if (datastore != null) {
            builder.datastore(datastore);
        }
        String maxWorkers = value(parsed, "--max-workers");
        if (maxWorkers != null) {
            builder.maxWorkers(positive("--max-workers", maxWorkers));
        }
        tags(parsed).forEach(builder::tag);
        return Interrupts.during(() -> run(builder));
    }

    private int run(TextRunBuilder<F> builder) {
        long start = System.nanoTime();
        builder.onStart(run -> terminal.line(
                "run " + path(run) + " started in " + run.datastore().url()));
        StartedRun run = builder.run();
        terminal.line("run " + path(run) + " succeeded in " + elapsed(Duration.ofNanos(System.nanoTime() - start)));
        return ExitStatus.OK;
    }

    private static String path(StartedRun run) {
        return run.definition().name() + "/" + run.id();
    }

    private static String elapsed(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    /** What the command line says, else the environment variable of the option. */
    private @Nullable String value(ParseResult parsed, String option) {
        return parsed.hasMatchedOption(option)
                ? parsed.matchedOptionValue(option, (String) null)
                : environment.get(variable(option));
    }

    private List<String> tags(ParseResult parsed) {
        if (parsed.hasMatchedOption("--tag")) {
            return parsed.matchedOptionValue("--tag", List.<String>of());
        }
        String tags = environment.get(variable("--tag"));
        return tags == null ? List.of() : List.of(tags.split(","));
    }

    private static int positive(String option, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new dev.cairn.engine.ParameterException(
                option + " cannot be `" + text + "`. Write a whole number, 1 at least.");
    }

    /** {@code --max-workers} is {@code CAIRN_RUN_MAX_WORKERS}, {@code --learningRate} is {@code CAIRN_RUN_LEARNING_RATE}. */
    static String variable(String option) {
        return "CAIRN_RUN_"
                + option.substring(2)
                        .replaceAll("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})", "_")
                        .replace('-', '_')
                        .toUpperCase(Locale.ROOT);
    }
}
