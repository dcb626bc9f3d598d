package dev.cairn.cli;

import dev.cairn.client.Pathspec;
import dev.cairn.datastore.RunId;
import dev.cairn.transfer.ExportReport;
import dev.cairn.transfer.RunExporter;
import dev.cairn.view.ExportView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code export}: writes runs to a file. */
final class ExportCommand implements Callable<Integer> {
    private final KnownFlows known;
    private final Surroundings surroundings;
    private @Nullable CommandSpec spec;

    ExportCommand(KnownFlows known, Surroundings surroundings) {
        this.known = known;
        this.surroundings = surroundings;
    }

    CommandSpec spec() {
        CommandSpec command = Reading.spec(
                this,
                "export",
                "Writes runs that have ended to a file, with all their values, output and files. `import` reads it.");
        command.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("1..*")
                .required(true)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(known.own() == null ? "<flow>/<run>" : "<run>")
                .description("the runs")
                .build());
        command.addOption(Options.value("--to", "<file>", "the file to write, such as `runs.tar.zst`"));
        spec = command;
        return command;
    }

    @Override
    public Integer call() throws Exception {
        ParseResult parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
        String to = Options.find(parsed, "--to");
        if (to == null) {
            throw new UsageException("Nothing says which file to write. Give --to, such as `--to runs.tar.zst`.");
        }
        Reading reading = new Reading(parsed, surroundings, known);
        return reading.with((stored, datastore) -> {
            List<RunId> runs = new ArrayList<>();
            for (String name : parsed.matchedPositionalValue(0, List.<String>of())) {
                Pathspec pathspec = Reading.pathspec(name, known.own());
                if (pathspec.run() == null || pathspec.step() != null) {
                    throw new UsageException("`" + name + "` does not name a run.");
                }
                runs.add(new RunId(stored.run(pathspec).id()));
            }
            ExportReport report = RunExporter.export(datastore, runs, Path.of(to));
            reading.show(new ShownExport(new ExportView(
                    stored.url(),
                    to,
                    report.runs(),
                    report.attempts(),
                    report.blobs(),
                    report.bytes(),
                    report.fileSize())));
            return ExitStatus.OK;
        });
    }
}
