package dev.cairn.cli;

import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.view.Page;
import dev.cairn.view.RunList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
        command.addOption(Options.values(
                "--tag", "<tag>", "only runs with this tag; may be given several times: all must match"));
        command.addOption(
                Options.value("--limit", "<number>", "how many runs to show, newest first; default " + SHOWN_RUNS));
        spec = command;
        return command;
    }

    @Override
    public Integer call() throws Exception {
        ParseResult parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
        String flow = parsed.matchedPositionalValue(0, known.own());
        List<String> tags = Options.list(parsed, "--tag");
        String limit = Options.find(parsed, "--limit");
        int shown = limit == null ? SHOWN_RUNS : Options.positive("--limit", limit);
        Reading reading = new Reading(parsed, surroundings, known);
        return reading.with(stored -> {
            try (Stream<Run> runs = runs(stored, flow, tags)) {
                Page<Run> page = new Page<>(runs.iterator(), shown);
                reading.show(new ShownRuns(new RunList(stored.url(), page), none(stored.url(), flow, tags)));
            }
            return ExitStatus.OK;
        });
    }

    private static Stream<Run> runs(StoredRuns stored, @Nullable String flow, List<String> tags) {
        if (flow == null) {
            return stored.cairn().runs(tags.toArray(String[]::new));
        }
        FlowRuns runs = stored.flow(flow);
        for (String tag : tags) {
            runs = runs.tag(tag);
        }
        return runs.stream();
    }

    private static String none(String url, @Nullable String flow, List<String> tags) {
        String with = tags.isEmpty()
                ? ""
                : tags.stream().map(tag -> "`" + tag + "`").collect(Collectors.joining(", ", " with tag ", ""));
        return "There is no run" + (flow == null ? "" : " of flow `" + flow + "`") + with + " in " + url + ".";
    }
}
