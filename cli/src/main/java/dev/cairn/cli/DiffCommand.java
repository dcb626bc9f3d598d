package dev.cairn.cli;

import dev.cairn.client.Run;
import dev.cairn.client.RunFilter;
import dev.cairn.view.DiffView;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code diff}: shows what is different in two runs. */
final class DiffCommand implements Callable<Integer> {
    private static final int SHOWN_TASKS = 20;
    private static final int SHOWN_FIELDS = 10;
    private static final int LARGEST = 1_000_000;

    private final KnownFlows known;
    private final Surroundings surroundings;
    private @Nullable CommandSpec spec;

    DiffCommand(KnownFlows known, Surroundings surroundings) {
        this.known = known;
        this.surroundings = surroundings;
    }

    CommandSpec spec() {
        CommandSpec command = Reading.showingSpec(
                this,
                "diff",
                "Shows what is different in two runs: parameters, code, and the artifacts that tasks assigned.");
        command.addPositional(PositionalParamSpec.builder()
                .index("0..1")
                .arity("1..2")
                .required(true)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(known.own() == null ? "<flow>/<run>" : "<run>")
                .description("the two runs; if only one is named, it is compared with the run of its flow before it")
                .build());
        command.addOption(
                Options.value("--limit", "<number>", "how many tasks of each step to show; default " + SHOWN_TASKS));
        command.addOption(
                Options.value("--fields", "<number>", "how many parts of each value to show; default " + SHOWN_FIELDS));
        command.addOption(Options.value(
                "--max-value-size",
                "<bytes>",
                "the largest stored value that is compared part by part; default " + LARGEST));
        spec = command;
        return command;
    }

    @Override
    public Integer call() throws Exception {
        ParseResult parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
        List<String> names = parsed.matchedPositionalValue(0, List.of());
        names.forEach(name -> Names.requirePathspec(name, known.own()));
        int limit = Options.positive(parsed, "--limit", SHOWN_TASKS);
        int fields = Options.positive(parsed, "--fields", SHOWN_FIELDS);
        int largest = Options.positive(parsed, "--max-value-size", LARGEST);
        Reading reading = new Reading(parsed, surroundings, known);
        return reading.with(stored -> {
            Run second = stored.run(names.get(names.size() - 1));
            Run first = names.size() == 1 ? before(stored, second) : stored.run(names.get(0));
            if (first.id().equals(second.id())) {
                throw new UsageException("Both names mean run " + first.pathspec() + ". Name two runs.");
            }
            reading.show(new ShownDiff(new DiffView(first.diff(second), limit, fields, largest)));
            return ExitStatus.OK;
        });
    }

    /** The run of the same flow that started before. */
    private static Run before(StoredRuns stored, Run run) {
        try (Stream<Run> runs =
                stored
                        .flow(run.flow())
                        .matching(RunFilter.all().startedBefore(run.startedAt().plusNanos(1)))
                        .stream()) {
            return runs.filter(other -> other.id().compareTo(run.id()) < 0)
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException("run " + run.pathspec()
                            + " is the first run of its flow in " + stored.url() + ". Name two runs."));
        }
    }
}
