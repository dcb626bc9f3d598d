package dev.cairn.cli;

import dev.cairn.datastore.Datastore;
import dev.cairn.engine.EngineWorker;
import dev.cairn.engine.Engines;
import dev.cairn.runtime.internal.DefaultDatastore;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code worker}: executes the tasks that an engine hands out, until it is told to stop. */
final class WorkerCommand implements Callable<Integer> {
    private final KnownFlows known;
    private final Surroundings surroundings;
    private @Nullable CommandSpec spec;

    WorkerCommand(KnownFlows known, Surroundings surroundings) {
        this.known = known;
        this.surroundings = surroundings;
    }

    CommandSpec spec() {
        CommandSpec command = CommandSpec.wrapWithoutInspection(this);
        command.name("worker");
        command.mixinStandardHelpOptions(true);
        command.usageMessage()
                .description(
                        Options.plain("Executes tasks of runs that were started with --engine, until it is asked to"
                                + " stop, by Ctrl-C or SIGTERM."));
        command.addOption(RemoteOptions.engineOption(
                "where to take tasks from, such as temporal://localhost:7233/default/flows (required)"));
        command.addOption(
                Options.value("--datastore", "<url>", "where the runs are stored; default " + DefaultDatastore.URL));
        command.addOption(Options.value(
                "--max-workers", "<number>", "how many tasks it executes at once; default: one per processor"));
        command.addOption(Options.debug());
        spec = command;
        return command;
    }

    @Override
    public Integer call() throws Exception {
        ParseResult parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
        String engine = RemoteOptions.engine(parsed, surroundings.environment());
        if (engine == null) {
            throw new UsageException("a worker needs an engine that distributes tasks. Name it with --engine, such as"
                    + " --engine temporal://localhost:7233/default/flows.");
        } else if (known.definitions().isEmpty()) {
            throw new UsageException(
                    "there is no flow on the class path, so there is nothing to execute. Add the jar of the flows.");
        }
        String workers = RunCommand.value(parsed, "--max-workers", surroundings.environment());
        int atOnce = workers == null
                ? Runtime.getRuntime().availableProcessors()
                : Options.positive("--max-workers", workers);
        String datastore = RunCommand.value(parsed, "--datastore", surroundings.environment());
        return Interrupts.during(() -> serve(engine, datastore == null ? DefaultDatastore.url() : datastore, atOnce));
    }

    private int serve(String engine, String url, int atOnce) {
        Terminal terminal = surroundings.terminal();
        try (Datastore datastore = Datastore.of(url);
                EngineWorker worker = Engines.find(engine).newWorker(engine, known.definitions(), datastore, atOnce)) {
            worker.start();
            terminal.line("worker of " + String.join(", ", known.names()) + " takes tasks from " + engine + ", "
                    + atOnce + " at once; runs are stored in " + datastore.url());
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // told to stop; what ran has ended, or is left to others
        }
        terminal.line("worker ended");
        return ExitStatus.INTERRUPTED;
    }
}
