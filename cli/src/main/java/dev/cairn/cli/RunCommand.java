package dev.cairn.cli;

import dev.cairn.engine.Isolation;
import dev.cairn.engine.OutputListener;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.RunReference;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.internal.DefaultDatastore;
import dev.cairn.runtime.internal.OptionNames;
import java.time.Duration;
import java.util.List;
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
    private static final String FINGERPRINT_PACKAGES = "--fingerprint-packages";
    private static final String MAX_ITERATIONS = "--max-iterations";
    private static final String ISOLATION = "--isolation";

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
        addOptions(command);
        command.usageMessage()
                .sectionMap()
                .put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, help -> optionsWithDefaults(help.colorScheme()));
        spec = command;
        return command;
    }

    /** Adds what can be said of each run, without the defaults of its parameters. */
    void addOptions(CommandSpec command) {
        addOptions(command, parameter -> Optional.empty());
    }

    private void addOptions(CommandSpec command, Function<ArtifactDefinition, Optional<String>> defaults) {
        for (ArtifactDefinition parameter : definition.parameters()) {
            if (parameter.secret()) {
                SecretOptions.add(command, parameter);
            } else {
                command.addOption(option(parameter, defaults.apply(parameter)));
            }
        }
        command.addOption(Options.value(
                GivenParameters.FILE, "<file>", "a file with values of parameters: properties, or a JSON object"));
        command.addOption(
                Options.value("--datastore", "<url>", "where the run is stored; default " + DefaultDatastore.URL));
        command.addOption(Options.value(
                "--max-workers", "<number>", "how many tasks may run at once; default: one per processor"));
        command.addOption(Options.value(
                ISOLATION,
                "<how>",
                "`process` runs tasks in separate processes, so that they can crash without harm to the run;"
                        + " default `none`"));
        command.addOption(Options.values("--tag", "<tag>", "a tag of the run; may be given several times"));
        command.addOption(Options.flag("--exclusive", "start only if no other run of the flow is alive"));
        command.addOption(Options.value(
                FINGERPRINT_PACKAGES,
                "<names>",
                "packages, with commas, whose code is compared by method too when a run is resumed, if the flow is in a"
                        + " jar that holds libraries"));
        command.addOption(Options.flag("--keep-going", "after a failure, finish what does not depend on it"));
        command.addOption(Options.values(
                MAX_ITERATIONS,
                "<step>=<number>",
                "how many iterations the switch of a step may lead back to; may be given several times"));
        command.addOption(Options.flag("--quiet", "do not show how far the run has come"));
        RemoteOptions.add(command);
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
        return start(Objects.requireNonNull(spec), new TextRunBuilder<>(definition), TextRunBuilder::run, "started");
    }

    /** Starts a run. */
    @FunctionalInterface
    interface Start<F> {
        RunReference start(TextRunBuilder<F> builder);
    }

    /**
     * Starts a run, and tells how it ends.
     *
     * @param command what was typed
     * @param how what was done, for the line that tells the id of the run
     */
    int start(CommandSpec command, TextRunBuilder<F> builder, Start<F> start, String how) throws Exception {
        ParseResult parsed = command.commandLine().getParseResult();
        configure(parsed, builder);
        ProgressDisplay display =
                isSet("quiet", parsed) ? ProgressDisplay.NONE : terminal.progress(surroundings.environment());
        builder.listener(new RunProgress(definition, display, System::nanoTime));
        RemoteOptions remote = RemoteOptions.of(parsed, surroundings);
        remote.apply(builder);
        builder.processEnd(surroundings.processEnd());
        ReadBack readBack =
                new ReadBack(command.root().name(), value(parsed, "--datastore", surroundings.environment()));
        String resume = (command.parent() == command.root() ? "resume" : "resume " + definition.name())
                + SecretOptions.files(definition, parsed)
                + packages(parsed)
                + parametersFile(parsed);
        boolean debug = parsed.hasMatchedOption("--debug");
        return Interrupts.during(() -> run(builder, start, how, debug, readBack, resume, remote.detached()));
    }

    /** Tells a builder what was said of the run. */
    void configure(ParseResult parsed, TextRunBuilder<F> builder) {
        GivenParameters<F> given = new GivenParameters<>(definition, parsed, surroundings.environment());
        given.addTo(builder);
        terminal.hide(builder.hidden());
        given.unknownVariables().forEach(terminal::error);
        String datastore = value(parsed, "--datastore", surroundings.environment());
        if (datastore != null) {
            builder.datastore(datastore);
        }
        String maxWorkers = value(parsed, "--max-workers", surroundings.environment());
        if (maxWorkers != null) {
            builder.maxWorkers(Options.positive("--max-workers", maxWorkers));
        }
        String packages = value(parsed, FINGERPRINT_PACKAGES, surroundings.environment());
        if (packages != null) {
            builder.fingerprintPackages(packages);
        }
        String isolation = value(parsed, ISOLATION, surroundings.environment());
        if (isolation != null) {
            builder.isolation(isolation(isolation));
        }
        list("--tag", parsed).forEach(builder::tag);
        if (isSet("exclusive", parsed)) {
            builder.exclusive();
        }
        if (isSet("keep-going", parsed)) {
            builder.keepGoing();
        }
        for (String limit : list(MAX_ITERATIONS, parsed)) {
            addLimit(builder, limit);
        }
    }

    /** The option, as a shell takes it, after a space: whoever resumes the run needs it again. */
    private static String packages(ParseResult parsed) {
        String packages = Options.find(parsed, FINGERPRINT_PACKAGES);
        return packages == null ? "" : " " + FINGERPRINT_PACKAGES + " " + ReadBack.quoted(packages);
    }

    /** The same of the file that has parameters: it may have secret ones, which nothing stores. */
    private static String parametersFile(ParseResult parsed) {
        String file = Options.find(parsed, GivenParameters.FILE);
        return file == null ? "" : " " + GivenParameters.FILE + " " + ReadBack.quoted(file);
    }

    private int run(
            TextRunBuilder<F> builder,
            Start<F> toStart,
            String how,
            boolean debug,
            ReadBack readBack,
            String resumeCommand,
            boolean detached) {
        long start = System.nanoTime();
        AtomicReference<RunReference> started = new AtomicReference<>();
        boolean succeeded = false;
        builder.outputListener(OutputListener.printingTo(terminal.out(), terminal.err()));
        builder.onStart(run -> {
            started.set(run);
            terminal.line(
                    "run " + path(run) + " " + how + " in " + run.datastore().url());
        });
        try {
            RunReference run = toStart.start(builder);
            succeeded = true;
            if (detached) {
                readBack.command("attach", run, path(run))
                        .ifPresent(command -> terminal.line("it goes on by itself; follow it: " + command));
                return ExitStatus.OK;
            }
            Duration duration = Duration.ofNanos(System.nanoTime() - start);
            terminal.line("run " + path(run) + " succeeded in " + Amounts.duration(duration));
            readBack.command(run, path(run)).ifPresent(command -> terminal.line("read it back: " + command));
            return ExitStatus.OK;
        } catch (RuntimeException e) {
            int status = new CommandErrors(terminal)
                    .tell(e, debug); // here, so that a process that was told to stop waits for it
            if (e instanceof FlowFailedException failed) {
                readBack.command(started.get(), failed.taskPath())
                        .ifPresent(command -> terminal.line("look into it: " + command));
            }
            return status;
        } finally {
            RunReference run = started.get();
            if (run != null && !succeeded) {
                readBack.command(resumeCommand, run, path(run))
                        .ifPresent(command -> terminal.line("resume it: " + command));
            }
        }
    }

    private static String path(RunReference run) {
        return run.definition().name() + "/" + run.id();
    }

    /** What the command line says, else the environment variable of the option. */
    static @Nullable String value(ParseResult parsed, String option, Map<String, String> environment) {
        String given = Options.find(parsed, option);
        return given == null ? environment.get(OptionNames.variable(option.substring(2))) : given;
    }

    private static Isolation isolation(String how) {
        return switch (how) {
            case "process" -> Isolation.process();
            case "none" -> Isolation.none();
            default -> throw new UsageException(ISOLATION + " must be `process` or `none`, but is `" + how + "`.");
        };
    }

    /** What the command line says, else the environment variable of the option, separated by commas. */
    private List<String> list(String option, ParseResult parsed) {
        if (parsed.hasMatchedOption(option)) {
            return Options.list(parsed, option);
        }
        String values = surroundings.environment().get(OptionNames.variable(option.substring(2)));
        return values == null ? List.of() : List.of(values.split(","));
    }

    private void addLimit(TextRunBuilder<F> builder, String limit) {
        int end = limit.indexOf('=');
        if (end < 1) {
            throw new UsageException(MAX_ITERATIONS + " must be a step and a number, such as `"
                    + definition.steps().get(0).name() + "=1000`, but is `" + limit + "`.");
        }
        int most = Options.positive(MAX_ITERATIONS, limit.substring(end + 1));
        try {
            builder.maxIterations(limit.substring(0, end), most);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** Whether a flag is set on the command line or, if it is not there, by its environment variable. */
    private boolean isSet(String flag, ParseResult parsed) {
        if (parsed.hasMatchedOption("--" + flag)) {
            return parsed.matchedOptionValue("--" + flag, false);
        }
        String variable = OptionNames.variable(flag);
        String text = surroundings.environment().get(variable);
        return text != null && Options.isTrue(variable, text);
    }
}
