package dev.cairn.cli;

import dev.cairn.client.Run;
import dev.cairn.client.RunFilter;
import dev.cairn.view.Page;
import dev.cairn.view.RunList;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code list}: shows runs, newest first. However many there are, a few are held at a time. */
final class ListCommand implements Callable<Integer> {
    private static final int SHOWN_RUNS = 20;

    private final KnownFlows known;
    private final Surroundings surroundings;
    private @Nullable CommandSpec spec;

    ListCommand(KnownFlows known, Surroundings surroundings) {
        this.known = known;
        this.surroundings = surroundings;
    }

    CommandSpec spec() {
        String own = known.own();
        CommandSpec command =
                Reading.showingSpec(this, "list", own == null ? "Lists runs." : "Lists the runs of flow " + own + ".");
        if (own == null) {
            command.addPositional(Reading.subject("<flow>", false, "only runs of this flow"));
        }
        RunConditions.add(command);
        command.addOption(
                Options.value("--limit", "<number>", "how many runs to show, newest first; default " + SHOWN_RUNS));
        spec = command;
        return command;
    }

    @Override
    public Integer call() throws Exception {
        ParseResult parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
        String flow = parsed.matchedPositionalValue(0, known.own());
        String limit = Options.find(parsed, "--limit");
        int shown = limit == null ? SHOWN_RUNS : Options.positive("--limit", limit);
        Reading reading = new Reading(parsed, surroundings, known);
        RunFilter filter = RunConditions.of(parsed, surroundings, flow == null ? Optional.empty() : known.find(flow));
        String conditions = RunConditions.text(parsed);
        return reading.with(stored -> {
            try (Stream<Run> runs = runs(stored, flow, filter)) {
                Page<Run> page = new Page<>(runs.iterator(), shown);
                reading.show(new ShownRuns(
                        new RunList(stored.url(), page),
                        "There is no run" + (flow == null ? "" : " of flow `" + flow + "`") + conditions + " in "
                                + stored.url() + "."));
            }
            return ExitStatus.OK;
        });
    }

    private static Stream<Run> runs(StoredRuns stored, @Nullable String flow, RunFilter filter) {
        return flow == null
                ? stored.cairn().runs(filter)
                : stored.flow(stored.flowName(flow)).matching(filter).stream();
    }
}
