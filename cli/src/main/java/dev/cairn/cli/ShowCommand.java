package dev.cairn.cli;

import dev.cairn.client.Pathspec;
import dev.cairn.client.StepTasks;
import dev.cairn.client.Task;
import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.internal.Suggestions;
import dev.cairn.view.ArtifactView;
import dev.cairn.view.FlowList;
import dev.cairn.view.FlowView;
import dev.cairn.view.RunView;
import dev.cairn.view.StepView;
import dev.cairn.view.TaskView;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code show}: shows a flow, or what is stored of it: a run, a step, a task, an artifact. */
final class ShowCommand implements Callable<Integer> {
    private static final int SHOWN_TASKS = 20;

    private final KnownFlows known;
    private final Surroundings surroundings;
    private @Nullable CommandSpec spec;

    ShowCommand(KnownFlows known, Surroundings surroundings) {
        this.known = known;
        this.surroundings = surroundings;
    }

    CommandSpec spec() {
        CommandSpec command =
                Reading.showingSpec(this, "show", "Shows a flow, or a run, step, task or artifact of it.");
        command.addPositional(Reading.subject(
                "<pathspec>",
                false,
                "such as flow, flow/run, flow/run/step or flow/run/step/task, where the run may be `latest`"));
        command.addOption(
                Options.value("--limit", "<number>", "how many tasks of a step to show; default " + SHOWN_TASKS));
        command.addOption(Options.flag(
                "--size",
                "show how much a run takes in the datastore, for which the records of all its tasks are read"));
        spec = command;
        return command;
    }

    @Override
    public Integer call() throws Exception {
        ParseResult parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
        Reading reading = new Reading(parsed, surroundings, known);
        String text = parsed.matchedPositionalValue(0, known.own());
        String limit = Options.find(parsed, "--limit");
        int tasks = limit == null ? SHOWN_TASKS : Options.positive("--limit", limit);
        if (text == null) {
            return flows(reading);
        }
        Names.requirePathspec(text, known.own());
        boolean isSized = parsed.hasMatchedOption("--size");
        Optional<FlowDefinition<?>> definition = known.find(text);
        if (definition.isPresent()) {
            reading.show(new ShownFlow(FlowView.of(definition.get())));
            return ExitStatus.OK;
        }
        requireSomething(reading, text);
        return reading.with(stored -> {
            reading.show(shown(stored, stored.resolve(text), tasks, isSized));
            return ExitStatus.OK;
        });
    }

    /** All flows: those whose code is at hand, and those that have runs. */
    private int flows(Reading reading) throws Exception {
        TreeMap<String, String> flows = new TreeMap<>();
        if (Datastore.exists(reading.url())) {
            reading.with(stored -> {
                for (String flow : stored.cairn().flows()) {
                    flows.put(flow, stored.flow(flow).latest().graph().documentation());
                }
                return ExitStatus.OK;
            });
        }
        known.definitions().forEach(flow -> flows.put(flow.name(), flow.documentation()));
        flows.replaceAll((flow, documentation) -> FlowCommands.firstSentence(documentation));
        if (flows.isEmpty()) {
            throw new NotFoundException("there is no run in `" + Reading.shown(reading.url())
                    + "`; name another datastore with --datastore. And " + UsageErrors.withoutCode());
        }
        reading.show(new ShownFlows(new FlowList(flows)));
        return ExitStatus.OK;
    }

    /** Where there are no runs, what names no flow on the class path names nothing. */
    private void requireSomething(Reading reading, String text) {
        if (!text.contains("/") && known.own() == null && !Datastore.exists(reading.url())) {
            throw new NotFoundException("there is no flow `" + text + "` on the class path, and no datastore at `"
                    + Reading.shown(reading.url()) + "`." + Suggestions.didYouMean(text, known.names()));
        }
    }

    private static Shown shown(StoredRuns stored, Pathspec pathspec, int tasks, boolean isSized) {
        if (pathspec.run() == null) {
            return new ShownFlow(flow(stored, pathspec.flow()));
        } else if (pathspec.artifact() != null) {
            Task task = pathspec.task() != null ? stored.task(pathspec) : onlyTask(stored.step(pathspec), pathspec);
            return new ShownArtifact(new ArtifactView(task.artifact(pathspec.artifact()), tasks));
        } else if (pathspec.task() != null) {
            return new ShownTask(new TaskView(stored.task(pathspec)));
        } else if (pathspec.step() != null) {
            return new ShownStep(new StepView(stored.step(pathspec), tasks));
        }
        return new ShownRun(new RunView(stored.run(pathspec), isSized));
    }

    /** A flow as it is compiled, or, where there is no code, as its newest run has it. */
    private static FlowView flow(StoredRuns stored, String name) {
        Optional<FlowDefinition<?>> definition = stored.known().find(name);
        return definition.isPresent()
                ? FlowView.of(definition.get())
                : FlowView.of(stored.flow(name).latest());
    }

    private static Task onlyTask(StepTasks step, Pathspec pathspec) {
        long count = step.count();
        if (count == 1) {
            return step.task();
        }
        throw new NotFoundException("step " + step.pathspec() + " has " + Amounts.count(count, "finished task")
                + (count == 0
                        ? ", so it has no artifact `" + pathspec.artifact() + "`."
                        : ", and each may have its own artifact `" + pathspec.artifact() + "`. Name a task, such as "
                                + step.task().pathspec() + "/" + pathspec.artifact() + "."));
    }
}
