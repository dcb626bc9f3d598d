package dev.cairn.cli;

import dev.cairn.engine.OutputListener;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.RunReference;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.internal.DefaultDatastore;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** {@code run}: runs a flow. Each parameter is an option; each option can also be an environment variable. */
final class RunCommand<F> implements Callable<Integer> {
    private final FlowDefinition<F> definition;
    private final Surroundings surroundings;
    private final Terminal terminal;
    private @Nullable CommandSpec spec;

    RunCommand(FlowDefinition<F> definition, Surroundings surroundings) {
        this.definition = definition;
        this.surroundings = surroundings;
        this.terminal = surroundings.terminal();
    }

    CommandSpec spec(String name) {
        CommandSpec command = CommandSpec.wrapWithoutInspection(this);
        command.name(name);
        command.mixinStandardHelpOptions(true);
        command.usageMessage()
                .description(Options.plain("Runs flow " + definition.name() + ". "
                        + FlowCommands.firstSentence(definition.documentation())));
        addOptions(command, parameter -> Optional.empty());
        command.usageMessage()
                .sectionMap()
                .put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, help -> optionsWithDefaults(help.colorScheme()));
        spec = command;
        return command;
    }

    private void addOptions(CommandSpec command, Function<ArtifactDefinition, Optional<String>> defaults) {
        definition.parameters().forEach(parameter -> command.addOption(option(parameter, defaults.apply(parameter))));
        command.addOption(
                Options.value("--datastore", "<url>", "where the run is stored; default " + DefaultDatastore.URL));
        command.addOption(Options.value(
                "--max-workers", "<number>", "how many tasks may run at once; default: one per processor"));
        command.addOption(Options.values("--tag", "<tag>", "a tag of the run; may be given several times"));
        command.addOption(Options.flag("--exclusive", "start only if no other run of the flow is alive"));
        command.addOption(Options.debug());
    }

    /** The defaults of parameters are known only once a flow object exists, so one is created when help is shown. */
    private String optionsWithDefaults(Help.ColorScheme colours) {
        CommandSpec command = CommandSpec.create();
        command.mixinStandardHelpOptions(true);
        addOptions(command, new ParameterDefaults<>(definition)::text);
        return new Help(command, colours).optionList();
    }

    private static OptionSpec option(ArtifactDefinition parameter, Optional<String> byDefault) {
        String help = parameter.help().isEmpty() ? parameter.type() : parameter.help();
        return Options.value(
                "--" + parameter.option(),
                "<" + parameter.type() + ">",
                help
                        + (parameter.required() ? " (required)" : "")
                        + byDefault.map(text -> "; default " + text).orElse(""));
    }

    @Override
    public Integer call() throws Exception {
        ParseResult parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
        TextRunBuilder<F> builder = new TextRunBuilder<>(definition);
        definition.parameters().forEach(parameter -> {
            String text = value(parsed, "--" + parameter.option(), surroundings.environment());
            if (text != null) {
                builder.parameterText(parameter.option(), text);
            }
        });
        String datastore = value(parsed, "--datastore", surroundings.environment());
        if (datastore != null) {
            builder.datastore(datastore);
        }
        String maxWorkers = value(parsed, "--max-workers", surroundings.environment());
        if (maxWorkers != null) {
            builder.maxWorkers(Options.positive("--max-workers", maxWorkers));
        }
        tags(parsed).forEach(builder::tag);
        if (isExclusive(parsed)) {
            builder.exclusive();
        }
        builder.processEnd(surroundings.processEnd());
        ReadBack readBack = new ReadBack(spec.root().name(), datastore);
        return Interrupts.during(() -> run(builder, readBack));
    }

    private int run(TextRunBuilder<F> builder, ReadBack readBack) {
        long start = System.nanoTime();
        AtomicReference<RunReference> started = new AtomicReference<>();
        builder.outputListener(OutputListener.printingTo(terminal.out()));
        builder.onStart(run -> {
            started.set(run);
            terminal.line("run " + path(run) + " started in " + run.datastore().url());
        });
        try {
            RunReference run = builder.run();
            Duration duration = Duration.ofNanos(System.nanoTime() - start);
            terminal.line("run " + path(run) + " succeeded in " + Amounts.duration(duration));
            readBack.command(run, path(run)).ifPresent(command -> terminal.line("read it back: " + command));
            return ExitStatus.OK;
        } catch (FlowFailedException e) {
            readBack.command(started.get(), e.taskPath())
                    .ifPresent(command -> terminal.line("look into it: " + command));
            throw e;
        }
    }

    private static String path(RunReference run) {
        return run.definition().name() + "/" + run.id();
    }

    /** What the command line says, else the environment variable of the option. */
    static @Nullable String value(ParseResult parsed, String option, Map<String, String> environment) {
        String given = Options.find(parsed, option);
        return given == null ? environment.get(variable(option)) : given;
    }

    private List<String> tags(ParseResult parsed) {
        if (parsed.hasMatchedOption("--tag")) {
            return Options.list(parsed, "--tag");
        }
        String tags = surroundings.environment().get(variable("--tag"));
        return tags == null ? List.of() : List.of(tags.split(","));
    }

    private boolean isExclusive(ParseResult parsed) {
        if (parsed.hasMatchedOption("--exclusive")) {
            return parsed.matchedOptionValue("--exclusive", false);
        }
        String variable = variable("--exclusive");
        String text = surroundings.environment().get(variable);
        return text != null && Options.isTrue(variable, text);
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
