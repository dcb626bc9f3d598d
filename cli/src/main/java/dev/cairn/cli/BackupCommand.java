package dev.cairn.cli;

import dev.cairn.view.BackupView;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code backup}: copies a datastore that may be in use. */
final class BackupCommand implements Callable<Integer> {
    private final KnownFlows known;
    private final Surroundings surroundings;
    private @Nullable CommandSpec spec;

    BackupCommand(KnownFlows known, Surroundings surroundings) {
        this.known = known;
        this.surroundings = surroundings;
    }

    CommandSpec spec() {
        CommandSpec command = Reading.showingSpec(
                this,
                "backup",
                "Copies a datastore as it is at one moment into a new directory, also while runs write to it.");
        command.addPositional(Reading.subject("<directory>", true, "where to: a new or an empty directory"));
        spec = command;
        return command;
    }

    @Override
    public Integer call() throws Exception {
        ParseResult parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
        Path target = Path.of(parsed.matchedPositionalValue(0, ""));
        Reading reading = new Reading(parsed, surroundings, known);
        return reading.with((stored, datastore) -> {
            datastore.backUp(target.toString());
            reading.show(new ShownBackup(new BackupView(
                    stored.url(), "file:" + target.toAbsolutePath().normalize())));
            return ExitStatus.OK;
        });
    }
}
