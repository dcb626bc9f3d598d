package dev.cairn.cli;

import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.engine.CodeCheck;
import dev.cairn.engine.ResumePlan;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.view.CheckView;
import dev.cairn.view.JsonOutput;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code check}: makes sure that a run could start, and says what a resume would do. It has the options of {@code resume}; nothing runs, and
 * nothing is stored.
 */
final class CheckCommand<F> implements Callable<Integer> {
    private static final String RESUME = "--resume";
    private static final String JSON = "--json";

    private final FlowDefinition<F> definition;
    private final Surroundings surroundings;
    private final RunCommand<F> runCommand;
    private final ResumeCommand<F> resumeCommand;
    private @Nullable CommandSpec spec;

    CheckCommand(FlowDefinition<F> definition, Surroundings surroundings) {
        this.definition = definition;
        this.surroundings = surroundings;
        this.runCommand = new RunCommand<>(definition, surroundings);
        this.resumeCommand = new ResumeCommand<>(definition, surroundings);
    }

    CommandSpec spec(String name) {
        CommandSpec command = CommandSpec.wrapWithoutInspection(this);
        command.name(name);
        command.mixinStandardHelpOptions(true);
        command.usageMessage()
                .description(Options.plain("Checks that a run of flow " + definition.name()
                        + " could start: its parameters, its datastore, and whether its code can be compared when the run is"
                        + " resumed. With a run, or --resume, says what a resume would do. Nothing runs, and nothing is"
                        + " stored."));
        command.addPositional(Reading.subject("<run>", false, "the run that would be resumed"));
        command.addOption(Options.flag(RESUME, "say what a resume would do; without a run, of the newest one"));
        runCommand.addOptions(command);
        resumeCommand.addOptions(command);
        command.addOption(Options.flag(json(), "print JSON"));
        spec = command;
        return command;
    }

    /** Its name, which a parameter may have. */
    private String json() {
        boolean taken = definition.parameters().stream()
                .anyMatch(parameter -> ("--" + parameter.option()).equalsIgnoreCase(JSON));
        return taken ? "--as-json" : JSON;
    }

    @Override
    public Integer call() throws Exception {
        CommandSpec command = Objects.requireNonNull(spec);
        ParseResult parsed = command.commandLine().getParseResult();
        boolean resumes = parsed.hasMatchedOption(RESUME) || parsed.hasMatchedPositional(0);
        TextRunBuilder<F> builder = new TextRunBuilder<>(definition);
        runCommand.configure(parsed, builder);
        resumeCommand.configure(parsed, builder);
        String url = new Reading(parsed, surroundings, KnownFlows.of(definition)).url();
        boolean exists = Datastore.exists(url);
        ResumePlan plan = null;
        CodeCheck code;
        if (resumes) {
            Run origin = resumeCommand.origin(parsed);
            plan = builder.plan(origin.id());
            code = builder.code();
        } else {
            code = builder.checkRun();
            if (exists) {
                requireReadable(url);
            }
        }
        CheckView view = new CheckView(definition.name(), definition.steps().size(), url, exists, code, plan);
        ShownCheck shown = new ShownCheck(view);
        if (parsed.hasMatchedOption(json())) {
            JsonOutput.print(surroundings.terminal().out(), shown.view());
        } else {
            shown.print(surroundings);
        }
        return ExitStatus.OK;
    }

    private void requireReadable(String url) {
        try (Datastore datastore = Datastore.of(url);
                Stream<RunRecord> runs = datastore.runs().list(RunQuery.flow(definition.name()))) {
            runs.limit(1).forEach(newest -> {}); // or says why it cannot be read
        }
    }
}
