package dev.cairn.cli;

import dev.cairn.datastore.RunId;
import dev.cairn.engine.Engines;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options of runs whose tasks other processes execute.
 *
 * @param engine the URL of the engine; null for tasks in this process
 * @param runId the id of the run; null for a new one
 * @param detached whether the command ends when the run has started
 */
record RemoteOptions(@Nullable String engine, @Nullable RunId runId, boolean detached) {
    private static final String ENGINE = "--engine";
    private static final String DETACH = "--detach";
    private static final String RUN_ID = "--run-id";
    private static final String MAX_WORKERS = "--max-workers";

    static void add(CommandSpec command) {
        command.addOption(engineOption("where workers take tasks; default: tasks run in this process"));
        command.addOption(Options.flag(DETACH, "with --engine: end when the run has started"));
        command.addOption(Options.value(
                RUN_ID, "<id>", "the id of the run, so that to start it twice is one run; default: a new one"));
    }

    static OptionSpec engineOption(String description) {
        return Options.value(ENGINE, "<url>", description);
    }

    /** The URL of the engine that was given, or that an environment variable names; null if there is none. */
    static @Nullable String engine(ParseResult parsed, Map<String, String> environment) {
        return RunCommand.value(parsed, ENGINE, environment);
    }

    /** @throws UsageException if they do not go together */
    static RemoteOptions of(ParseResult parsed, Surroundings surroundings) {
        String engine = engine(parsed, surroundings.environment());
        boolean detached = parsed.matchedOptionValue(DETACH, false);
        if (detached && engine == null) {
            throw new UsageException("--detach needs an engine that runs tasks in other processes."
                    + " Name it with --engine, such as --engine temporal://localhost:7233/default/flows.");
        } else if (engine != null && Options.find(parsed, MAX_WORKERS) != null) {
            throw new UsageException("--max-workers has no effect with --engine, because tasks run in workers."
                    + " Give it to the `worker` command.");
        }
        return new RemoteOptions(engine, runId(RunCommand.value(parsed, RUN_ID, surroundings.environment())), detached);
    }

    private static @Nullable RunId runId(@Nullable String text) {
        try {
            return text == null ? null : new RunId(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage() + ".");
        }
    }

    void apply(TextRunBuilder<?> builder) {
        if (engine != null) {
            builder.engine(Engines.find(engine).open(engine));
        }
        if (runId != null) {
            builder.runId(runId.toString());
        }
        if (detached) {
            builder.detached();
        }
    }
}
