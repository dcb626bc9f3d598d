package dev.cairn.cli;

import dev.cairn.client.DataArtifact;
import dev.cairn.client.Pathspec;
import dev.cairn.client.StepTasks;
import dev.cairn.client.Task;
import dev.cairn.view.ArtifactChoice;
import dev.cairn.view.CsvOutput;
import dev.cairn.view.JsonLines;
import dev.cairn.view.ValueBounds;
import dev.cairn.view.ValueList;
import dev.cairn.view.ValueRows;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code dump}: shows the values of artifacts. It needs no class of the user's; where they are, opaque values are shown as text. */
final class DumpCommand implements Callable<Integer> {
    /** What a person likes to see of a value. */
    private static final int SHOWN_BYTES = 1000;

    /** What a program can handle. */
    private static final int WRITTEN_BYTES = 1_000_000;

    private static final String FORMAT = "--format";
    private static final List<String> FORMATS = List.of("text", "json", "jsonl", "csv");

    private final KnownFlows known;
    private final Surroundings surroundings;
    private @Nullable CommandSpec spec;

    DumpCommand(KnownFlows known, Surroundings surroundings) {
        this.known = known;
        this.surroundings = surroundings;
    }

    CommandSpec spec() {
        CommandSpec command = Reading.showingSpec(
                this, "dump", "Shows the values of the artifacts of a task, or of all tasks of a step.");
        command.addPositional(Reading.subject(
                "<pathspec>", true, "flow/run/step or flow/run/step/task, where the run may be `latest`"));
        command.addOption(Options.values("--artifact", "<name>", "only this artifact; may be given several times"));
        command.addOption(Options.choice(
                FORMAT,
                FORMATS,
                "how to print; jsonl has a line, and csv a row, for each element of one artifact, or for each task"));
        command.addOption(Options.value(
                "--max-value-size",
                "<bytes>",
                "the largest stored value that is shown whole; default " + SHOWN_BYTES + ", with --json "
                        + WRITTEN_BYTES));
        command.addOption(Options.value(
                "--head",
                "<count>",
                "show only the first elements of lists, sets and arrays, and the first entries of maps, of any size"));
        command.addOption(Options.flag("--private", "show Cairn's own artifacts too"));
        command.addOption(Options.value(
                "--raw",
                "<directory>",
                "write the stored bytes of each artifact, and its schema, to files in this directory instead"));
        spec = command;
        return command;
    }

    @Override
    public Integer call() throws Exception {
        ParseResult parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
        String text = parsed.matchedPositionalValue(0, "");
        Names.requirePathspec(text, known.own());
        String format = Options.choice(parsed, FORMAT, FORMATS);
        ValueBounds bounds = bounds(parsed, format);
        String raw = Options.find(parsed, "--raw");
        Reading reading = new Reading(parsed, surroundings, known);
        return reading.with(stored -> {
            Pathspec pathspec = stored.resolve(text);
            requireStep(stored, pathspec);
            ArtifactChoice choice = new ArtifactChoice(names(parsed, pathspec), parsed.hasMatchedOption("--private"));
            try (Stream<Task> tasks = tasks(stored, pathspec)) {
                ValueList values = new ValueList(tasks.iterator(), choice, bounds, surroundings.terminal()::error);
                if (raw != null) {
                    new RawValues(values, Path.of(raw)).write(surroundings.terminal());
                } else if (format.equals("jsonl") || format.equals("csv")) {
                    print(stored, pathspec, choice, values, bounds, format);
                } else {
                    reading.show(new ShownValues(values), format.equals("json"));
                }
                values.requireAll();
                values.withoutElements().ifPresent(DumpCommand::refuseHead);
                return values.unreadable() == 0 ? ExitStatus.OK : ExitStatus.FAILED;
            }
        });
    }

    private static List<String> names(ParseResult parsed, Pathspec pathspec) {
        List<String> names = new ArrayList<>(Options.list(parsed, "--artifact"));
        if (pathspec.artifact() != null) {
            names.add(pathspec.artifact());
        }
        return names;
    }

    private void print(
            StoredRuns stored,
            Pathspec pathspec,
            ArtifactChoice choice,
            ValueList values,
            ValueBounds bounds,
            String format)
            throws IOException {
        ValueRows rows = new ValueRows(bounds.elements());
        OutputStream out = surroundings.terminal().watchedOut();
        Optional<DataArtifact> only = only(stored, pathspec, choice);
        if (format.equals("csv")) {
            try (CsvOutput csv = new CsvOutput(out)) {
                if (only.isPresent()) {
                    rows.writeElements(only.get(), csv);
                } else {
                    rows.writeTasks(values, csv);
                }
            }
            return;
        }
        try (JsonLines lines = new JsonLines(out)) {
            if (only.isPresent()) {
                rows.writeElements(only.get(), lines);
            } else {
                rows.writeTasks(values, lines);
            }
        }
    }

    /** The artifact, if only one of one task was asked for: then its elements are what is printed. */
    private static Optional<DataArtifact> only(StoredRuns stored, Pathspec pathspec, ArtifactChoice choice) {
        if (choice.names().size() != 1) {
            return Optional.empty();
        } else if (pathspec.task() != null) {
            return Optional.of(stored.task(pathspec).artifact(choice.names().get(0)));
        }
        StepTasks step = stored.step(pathspec);
        boolean isOnly = step.count() == 1 && step.run().finished();
        return isOnly ? Optional.of(step.task().artifact(choice.names().get(0))) : Optional.empty();
    }

    private static ValueBounds bounds(ParseResult parsed, String format) {
        if (!format.equals("text")) {
            refuse(parsed, "--raw", FORMAT, "--raw writes files and --format prints");
        }
        refuse(parsed, "--raw", "--json", "--raw writes files and --json prints");
        refuse(parsed, "--raw", "--head", "--raw writes whole values and --head shows their first elements");
        refuse(
                parsed,
                "--max-value-size",
                "--head",
                "--max-value-size decides by bytes what is shown, and --head by elements");
        String size = Options.find(parsed, "--max-value-size");
        String head = Options.find(parsed, "--head");
        int defaultLimit = !format.equals("text") || parsed.hasMatchedOption("--json") ? WRITTEN_BYTES : SHOWN_BYTES;
        return new ValueBounds(
                size == null ? defaultLimit : Options.positive("--max-value-size", size),
                head == null ? OptionalInt.empty() : OptionalInt.of(Options.atLeast(0, "--head", head)));
    }

    private static void refuse(ParseResult parsed, String one, String other, String reason) {
        if (parsed.hasMatchedOption(one) && parsed.hasMatchedOption(other)) {
            throw new UsageException(reason + ". Give only one of them.");
        }
    }

    private static void refuseHead(DataArtifact artifact) {
        throw new UsageException("--head is for lists, sets, maps and arrays, but `" + artifact.pathspec()
                + "` has type `" + artifact.type() + "`. Leave it out.");
    }

    private static void requireStep(StoredRuns stored, Pathspec pathspec) {
        if (pathspec.run() == null) {
            throw new UsageException(
                    "`" + pathspec.flow() + "` names a flow, but values belong to tasks. Name a step or a"
                            + " task, such as " + pathspec.flow() + "/" + Pathspec.LATEST + "/start.");
        } else if (pathspec.step() == null) {
            List<StepTasks> steps = stored.run(pathspec).steps();
            throw new UsageException("`" + pathspec.flow() + "/" + pathspec.run()
                    + "` names a run, but values belong to tasks. Name a step or a task, such as "
                    + steps.get(steps.size() - 1).pathspec() + ".");
        }
    }

    private static Stream<Task> tasks(StoredRuns stored, Pathspec pathspec) {
        if (pathspec.task() != null) {
            return Stream.of(stored.task(pathspec));
        }
        StepTasks step = stored.step(pathspec);
        if (!step.ran()) {
            throw new NotFoundException("step " + step.pathspec() + " has no finished task.");
        }
        return step.stream();
    }
}
