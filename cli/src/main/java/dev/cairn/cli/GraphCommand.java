package dev.cairn.cli;

import dev.cairn.client.Pathspec;
import dev.cairn.client.Run;
import dev.cairn.client.StepTasks;
import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.internal.Suggestions;
import dev.cairn.view.GraphView;
import dev.cairn.view.StepTotals;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code graph}: draws the graph of a flow, or of a run with how far its steps are. */
final class GraphCommand implements Callable<Integer> {
    private static final String FORMAT = "--format";
    private static final List<String> FORMATS = List.of("text", "mermaid", "dot", "json");

    private final KnownFlows known;
    private final Surroundings surroundings;
    private @Nullable CommandSpec spec;

    GraphCommand(KnownFlows known, Surroundings surroundings) {
        this.known = known;
        this.surroundings = surroundings;
    }

    CommandSpec spec() {
        CommandSpec command = Reading.showingSpec(
                this, "graph", "Draws the graph of a flow, or of a run, with how far its steps are.");
        command.addPositional(Reading.subject(
                known.own() == null ? "<flow>" : "<run>",
                known.own() == null,
                "a flow, or a run of it" + (known.own() == null ? "" : "; default: flow " + known.own())));
        command.addOption(Options.choice(FORMAT, FORMATS, "how to draw it"));
        spec = command;
        return command;
    }

    @Override
    public Integer call() throws Exception {
        ParseResult parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
        String text = parsed.matchedPositionalValue(0, known.own() == null ? "" : known.own());
        String format = Options.choice(parsed, FORMAT, FORMATS);
        Names.requirePathspec(text, known.own());
        Reading reading = new Reading(parsed, surroundings, known);
        Optional<FlowDefinition<?>> definition = known.find(text);
        if (definition.isPresent()) {
            show(reading, new GraphView(FlowGraph.of(definition.get()), Map.of()), format);
            return ExitStatus.OK;
        } else if (!text.contains("/") && known.own() == null && !Datastore.exists(reading.url())) {
            throw new NotFoundException("there is no flow `" + text + "` on the class path, and no datastore at `"
                    + Reading.shown(reading.url()) + "`." + Suggestions.didYouMean(text, known.names()));
        }
        return reading.with(stored -> {
            show(reading, view(stored, text), format);
            return ExitStatus.OK;
        });
    }

    private void show(Reading reading, GraphView view, String format) throws IOException {
        reading.show(new ShownGraph(view, format), format.equals("json"));
    }

    private static GraphView view(StoredRuns stored, String text) {
        Pathspec pathspec = stored.resolve(text);
        if (pathspec.step() != null) {
            throw new UsageException("`" + text + "` names a part of a run, but only flows and runs have a graph. Name"
                    + " one of them.");
        } else if (pathspec.run() != null) {
            Run run = stored.run(pathspec);
            return new GraphView(run.graph(), notes(run));
        }
        Optional<FlowDefinition<?>> definition = stored.known().find(pathspec.flow());
        FlowGraph graph = definition.isPresent()
                ? FlowGraph.of(definition.get())
                : stored.flow(pathspec.flow()).latest().graph();
        return new GraphView(graph, Map.of());
    }

    private static Map<String, String> notes(Run run) {
        Map<String, StepTotals> totals = StepTotals.of(run);
        Map<String, String> notes = new HashMap<>();
        for (StepTasks step : run.steps()) {
            StepTotals total = totals.get(step.name());
            notes.put(
                    step.name(),
                    total == null
                            ? "(no task)"
                            : "(" + Amounts.count(total.finished(), "task") + ", " + Amounts.duration(total.duration())
                                    + failures(total) + ")");
        }
        return notes;
    }

    private static String failures(StepTotals total) {
        return total.failedAttempts() == 0 ? "" : ", " + Amounts.count(total.failedAttempts(), "failed attempt");
    }
}
