package dev.cairn.cli;

import dev.cairn.transfer.ExportReport;
import dev.cairn.transfer.RunExporter;
import dev.cairn.view.ExportView;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
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
        CommandSpec command = Reading.showingSpec(
                this,
                "export",
                "Writes runs that have ended to a file, with all their values, output and files. `import` reads it.");
        command.addPositional(Reading.runs(known.own()));
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
            ExportReport report =
                    RunExporter.export(datastore, reading.find(stored).keySet(), Path.of(to));
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
