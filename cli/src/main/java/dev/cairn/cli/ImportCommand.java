package dev.cairn.cli;

import dev.cairn.datastore.Datastore;
import dev.cairn.transfer.ImportReport;
import dev.cairn.transfer.RunImporter;
import dev.cairn.view.ImportView;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code import}: copies runs from a file into a datastore, which is made if it is not there. */
final class ImportCommand implements Callable<Integer> {
    private final KnownFlows known;
    private final Surroundings surroundings;
    private @Nullable CommandSpec spec;

    ImportCommand(KnownFlows known, Surroundings surroundings) {
        this.known = known;
        this.surroundings = surroundings;
    }

    CommandSpec spec() {
        CommandSpec command = Reading.showingSpec(
                this,
                "import",
                "Copies runs from a file that `export` wrote. Runs that are there already stay as they are.");
        command.addPositional(Reading.subject("<file>", true, "the file"));
        command.addOption(Options.flag(
                "--trust",
                "import values whose bytes choose what code runs when they are read, and files that hold very much for their"
                        + " size"));
        spec = command;
        return command;
    }

    @Override
    public Integer call() throws Exception {
        ParseResult parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
        Reading reading = new Reading(parsed, surroundings, known);
        String file = parsed.matchedPositionalValue(0, "");
        try (Datastore datastore = Datastore.of(reading.url())) {
            RunImporter importer = RunImporter.into(datastore);
            if (parsed.hasMatchedOption("--trust")) {
                importer = importer.trusting();
            }
            ImportReport report = importer.read(Path.of(file));
            reading.show(new ShownImport(new ImportView(datastore.url(), file, report.imported(), report.present())));
            return ExitStatus.OK;
        }
    }
}
