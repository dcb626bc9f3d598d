package dev.cairn.cli;

import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.internal.DefaultDatastore;
import dev.cairn.view.JsonOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** What the commands that read have in common: they open a datastore that is there already, and print text or JSON. */
final class Reading {
    private static final String FILE = "file:";

    private final ParseResult parsed;
    private final Surroundings surroundings;
    private final KnownFlows known;

    Reading(ParseResult parsed, Surroundings surroundings, KnownFlows known) {
        this.parsed = parsed;
        this.surroundings = surroundings;
        this.known = known;
    }

    /** What a command does with the runs that it reads; the exit status. */
    @FunctionalInterface
    interface Command {
        int read(StoredRuns runs) throws Exception;
    }

    /** What a command does with the datastore in which it finds runs; the exit status. */
    @FunctionalInterface
    interface ChangingCommand {
        int change(StoredRuns runs, Datastore datastore) throws Exception;
    }

    /** A command with the options that all commands that open a datastore have. */
    static CommandSpec spec(Object subject, String name, String description) {
        CommandSpec command = CommandSpec.wrapWithoutInspection(subject);
        command.name(name);
        command.mixinStandardHelpOptions(true);
        command.usageMessage().description(Options.plain(description));
        command.addOption(
                Options.value("--datastore", "<url>", "where the runs are stored; default " + DefaultDatastore.URL));
        command.addOption(Options.debug());
        return command;
    }

    /** As {@link #spec}, for a command that {@link #show shows} what it found. */
    static CommandSpec showingSpec(Object subject, String name, String description) {
        CommandSpec command = spec(subject, name, description);
        command.addOption(Options.flag("--json", "print JSON"));
        return command;
    }

    /** The runs that a command takes without a name; one at least. */
    static PositionalParamSpec runs(@Nullable String own) {
        return PositionalParamSpec.builder()
                .index("0..*")
                .arity("1..*")
                .required(true)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(own == null ? "<flow>/<run>" : "<run>")
                .description("the runs")
                .build();
    }

    /** The run that a command takes without a name. */
    static PositionalParamSpec run(@Nullable String own) {
        return subject(own == null ? "<flow>/<run>" : "<run>", true, "the run; `latest` is the newest");
    }

    /**
     * Finds what the command line names in {@link #runs}: each run once, however often and under whichever names it is there.
     *
     * @throws UsageException if something is no pathspec of a run
     * @throws NotFoundException if a run is not there
     */
    Map<RunId, Run> find(StoredRuns stored) {
        Map<RunId, Run> runs = new LinkedHashMap<>();
        for (String name : parsed.matchedPositionalValue(0, List.<String>of())) {
            Run run = stored.run(name);
            runs.put(new RunId(run.id()), run);
        }
        return runs;
    }

    /** What a command takes without a name. */
    static PositionalParamSpec subject(String label, boolean required, String description) {
        return PositionalParamSpec.builder()
                .index("0")
                .arity(required ? "1" : "0..1")
                .required(required)
                .type(String.class)
                .paramLabel(label)
                .description(Options.plain(description))
                .build();
    }

    /** Prints what is to be shown, as text or as JSON. */
    void show(Shown shown) throws IOException {
        show(shown, false);
    }

    /** The same; as JSON also if the format that was asked for is that. */
    void show(Shown shown, boolean isJson) throws IOException {
        surroundings.terminal().endWhenClosed();
        if (isJson || parsed.hasMatchedOption("--json")) {
            JsonOutput.print(surroundings.terminal().watchedOut(), shown.view());
        } else {
            shown.print(surroundings);
        }
    }

    /** Where to read: as the command line says, else the environment variable that {@code run} obeys too, else the default. */
    String url() {
        String given = RunCommand.value(parsed, "--datastore", surroundings.environment());
        return given == null ? DefaultDatastore.url() : given;
    }

    /** A URL as somebody recognises it who typed the command in the wrong directory. */
    static String shown(String url) {
        return url.startsWith(FILE)
                ? FILE + Path.of(url.substring(FILE.length())).toAbsolutePath().normalize()
                : url;
    }

    /**
     * Lets {@code command} read.
     *
     * @throws NotFoundException if there is no datastore; none is made
     */
    int with(Command command) throws Exception {
        return with((runs, datastore) -> command.read(runs));
    }

    /** As {@link #with(Command)}. */
    int with(ChangingCommand command) throws Exception {
        String url = url();
        if (!Datastore.exists(url)) {
            throw new NotFoundException("there is no datastore at `" + shown(url)
                    + "`: nothing has been run there. Name another one with --datastore.");
        }
        try (Datastore datastore = Datastore.of(url)) {
            FlowDefinition<?>[] definitions = known.definitions().toArray(FlowDefinition<?>[]::new);
            return command.change(StoredRuns.of(datastore, surroundings.clock(), known, definitions), datastore);
        }
    }
}
