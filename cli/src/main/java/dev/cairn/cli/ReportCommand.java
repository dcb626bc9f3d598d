package dev.cairn.cli;

import dev.cairn.client.Run;
import dev.cairn.runtime.internal.ByteSize;
import dev.cairn.runtime.internal.FailureText;
import dev.cairn.view.report.RunReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code report}: writes a run as one HTML file. */
final class ReportCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";

    private final KnownFlows known;
    private final Surroundings surroundings;
    private @Nullable CommandSpec spec;

    ReportCommand(KnownFlows known, Surroundings surroundings) {
        this.known = known;
        this.surroundings = surroundings;
    }

    CommandSpec spec() {
        CommandSpec command = Reading.spec(
                this,
                "report",
                "Writes a run as one HTML file, which opens from disk and needs nothing else. An older report of this name is replaced.");
        command.addPositional(Reading.run(known.own()));
        command.addOption(Options.value(
                "--output", "<file>", "the file to write, `-` for standard output; default <flow>-<run>.html"));
        spec = command;
        return command;
    }

    @Override
    public Integer call() throws Exception {
        ParseResult parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
        String name = parsed.matchedPositionalValue(0, "");
        Names.requirePathspec(name, known.own());
        String output = Options.find(parsed, "--output");
        return new Reading(parsed, surroundings, known).with(stored -> {
            Run run = stored.run(name);
            RunReport report = RunReport.of(
                    stored.cairn(),
                    run,
                    surroundings.clock().instant(),
                    surroundings.clock().getZone());
            if (STANDARD_OUTPUT.equals(output)) {
                report.writeTo(surroundings.terminal().out());
            } else {
                write(report, Path.of(output == null ? run.flow() + "-" + run.id() + ".html" : output), run);
            }
            return ExitStatus.OK;
        });
    }

    private void write(RunReport report, Path file, Run run) {
        if (Files.isDirectory(file)) {
            throw new UsageException("`" + file + "` is a directory. Name a file, such as `--output "
                    + file.resolve("report.html") + "`.");
        }
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
        if (!Files.isDirectory(directory)) {
            throw new UsageException("there is no directory `" + directory
                    + "` to write the report to. Make it, or name a file in another one.");
        }
        try {
            boolean cut = replace(report, directory, file);
            surroundings
                    .terminal()
                    .line("Wrote the report of run " + run.pathspec() + " to " + file + " ("
                            + ByteSize.text(Files.size(file)) + ")."
                            + (cut ? " It says at its end what it leaves out." : ""));
        } catch (IOException e) {
            String reason = e instanceof FileSystemException system && system.getReason() != null
                    ? system.getReason()
                    : FailureText.line(e);
            throw new IllegalArgumentException(
                    "the report could not be written to `" + file + "`: " + reason
                            + ". Name a file that can be written with --output.",
                    e);
        }
    }

    /** Writes it under another name first, so that a report is there as a whole or not at all; whether it leaves something out. */
    private static boolean replace(RunReport report, Path directory, Path file) throws IOException {
        Path partial = Files.createTempFile(directory, ".report-", ".html");
        try {
            boolean cut;
            try (OutputStream output = Files.newOutputStream(partial)) {
                cut = !report.writeTo(output).isEmpty();
            }
            move(partial, file);
            return cut;
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static void move(Path partial, Path file) throws IOException {
        try {
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
