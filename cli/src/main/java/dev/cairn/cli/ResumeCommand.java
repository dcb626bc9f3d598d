package dev.cairn.cli;

import dev.cairn.client.Run;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.internal.Suggestions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code resume}: a new run that goes on where another one ended. It has the options of {@code run}, and some of its own. */
final class ResumeCommand<F> implements Callable<Integer> {
    private static final String FORCE = "--force";
    private static final String FORCE_RESUME = "--force-resume";
    private static final String FROM = "--from";
    private static final String FROM_STEP = "--from-step";
    private static final String RETRY_CAUGHT = "--retry-caught";

    private final FlowDefinition<F> definition;
    private final Surroundings surroundings;
    private final RunCommand<F> runCommand;
    private @Nullable CommandSpec spec;

    ResumeCommand(FlowDefinition<F> definition, Surroundings surroundings) {
        this.definition = definition;
        this.surroundings = surroundings;
        this.runCommand = new RunCommand<>(definition, surroundings);
    }

    CommandSpec spec(String name) {
        CommandSpec command = CommandSpec.wrapWithoutInspection(this);
        command.name(name);
        command.mixinStandardHelpOptions(true);
        command.usageMessage()
                .description(Options.plain("Goes on where a run of flow " + definition.name()
                        + " ended. What is finished is reused where neither code nor parameters changed;"
                        + " parameters that are not given keep their values."));
        command.addPositional(Reading.subject("<run>", false, "the run; default: the newest one, unless it succeeded"));
        runCommand.addOptions(command);
        addOptions(command);
        spec = command;
        return command;
    }

    /** Adds what can be said of a resume in addition to what can be said of each run. */
    void addOptions(CommandSpec command) {
        command.addOption(fromStep());
        command.addOption(Options.flag(RETRY_CAUGHT, "run tasks again whose failure was caught"));
        command.addOption(withShortName(
                FORCE,
                FORCE_RESUME,
                Options.flag(FORCE_RESUME, "take the run even if its engine does not say whether it drives it")));
    }

    private OptionSpec fromStep() {
        return withShortName(
                FROM, FROM_STEP, Options.value(FROM_STEP, "<step>", "run this step, and all that follows it, again"));
    }

    /** Unless the short name is a parameter's. */
    private OptionSpec withShortName(String name, String longName, OptionSpec option) {
        boolean taken = definition.parameters().stream()
                .anyMatch(parameter -> ("--" + parameter.option()).equalsIgnoreCase(name));
        return taken ? option : option.toBuilder().names(name, longName).build();
    }

    @Override
    public Integer call() throws Exception {
        CommandSpec command = Objects.requireNonNull(spec);
        ParseResult parsed = command.commandLine().getParseResult();
        Run origin = origin(parsed);
        TextRunBuilder<F> builder = new TextRunBuilder<>(definition);
        configure(parsed, builder);
        return runCommand.start(command, builder, each -> each.resume(origin.id()), "resumes run " + origin.pathspec());
    }

    /** Tells a builder what was said of the resume. */
    void configure(ParseResult parsed, TextRunBuilder<F> builder) {
        String step = Options.find(parsed, FROM_STEP);
        if (step != null) {
            requireStep(step);
            builder.resumeFrom(step);
        }
        if (parsed.hasMatchedOption(RETRY_CAUGHT)) {
            builder.retryCaught();
        }
        if (parsed.hasMatchedOption(FORCE_RESUME)) {
            builder.forceResume();
        }
    }

    private void requireStep(String name) {
        List<String> steps =
                definition.steps().stream().map(StepDefinition::name).toList();
        if (!steps.contains(name)) {
            throw new NotFoundException(
                    "flow " + definition.name() + " has no step `" + name + "`." + Suggestions.didYouMean(name, steps));
        }
    }

    /** The run that is named, or the newest one. */
    Run origin(ParseResult parsed) throws Exception {
        KnownFlows known = KnownFlows.of(definition);
        AtomicReference<Run> found = new AtomicReference<>();
        new Reading(parsed, surroundings, known).with((stored, datastore) -> {
            String name = parsed.hasMatchedPositional(0) ? parsed.matchedPositionalValue(0, "") : null;
            Run run = name == null ? newestToResume(stored) : stored.run(name);
            found.set(run);
            return ExitStatus.OK;
        });
        return found.get();
    }

    private Run newestToResume(StoredRuns stored) {
        Optional<Run> newest;
        try (Stream<Run> runs = stored.flow(definition.name()).stream()) {
            newest = runs.findFirst();
        }
        Run run = newest.orElseThrow(() -> new NotFoundException(
                "there is no run of flow " + definition.name() + " in " + stored.url() + ". Start one with `run`."));
        if (run.successful()) {
            throw new NotFoundException("run " + run.pathspec()
                    + ", the newest one of its flow, succeeded. Name the run to" + " resume; `list` shows them.");
        }
        return run;
    }
}
