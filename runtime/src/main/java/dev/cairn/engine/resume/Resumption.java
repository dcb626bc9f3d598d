package dev.cairn.engine.resume;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.StepCount;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.engine.FlowPlan;
import dev.cairn.engine.ResumePlan.StepReuse;
import dev.cairn.engine.ResumeRefusedException;
import dev.cairn.engine.Schedule;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.fingerprint.FlowFingerprints;
import dev.cairn.engine.secret.Secrets;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import dev.cairn.runtime.internal.Suggestions;
import dev.cairn.runtime.values.ArtifactLoader;
import dev.cairn.runtime.values.StoredCheckpoints;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A run that has ended, which a new run of today's code goes on with. It is used in this order: {@link #kept}, {@link #requireSomethingToDo},
 * {@link #takeOver}, {@link #changedLists}. For one thread.
 */
public final class Resumption {
    private final FlowDefinition<?> definition;
    private final Datastore datastore;
    private final StepFingerprints fingerprints;
    private final ResumeOptions options;
    private final OriginRun origin;
    private final OriginValues values;
    private final FlowGraph graph;
    private final FlowPlan plan;

    private Resumption(
            FlowDefinition<?> definition,
            Datastore datastore,
            StepFingerprints fingerprints,
            ResumeOptions options,
            OriginRun origin) {
        this.definition = definition;
        this.datastore = datastore;
        this.fingerprints = fingerprints;
        this.options = options;
        this.origin = origin;
        this.values = new OriginValues(definition, origin, datastore);
        this.graph = FlowGraph.of(definition);
        this.plan = new FlowPlan(graph, Map.of()); // without limits: nothing runs by it
    }

    /**
     * Finds the run, and ends it if its process died.
     *
     * @param name its id, perhaps after the name of the flow and a slash
     * @throws ResumeRefusedException if it cannot be resumed, or if the flow has no step from which to resume
     */
    public static Resumption of(
            FlowDefinition<?> definition,
            Datastore datastore,
            StepFingerprints fingerprints,
            ResumeOptions options,
            String name) {
        requireStep(definition, options.from());
        return new Resumption(
                definition,
                datastore,
                fingerprints,
                options,
                OriginRun.end(definition, datastore, name, options.force()));
    }

    /**
     * The same, to {@linkplain #plan plan} it only: nothing is changed.
     *
     * @param datastore reads what is stored
     * @param now the time
     * @throws ResumeRefusedException if it cannot be resumed, or if the flow has no step from which to resume
     */
    public static Resumption planned(
            FlowDefinition<?> definition,
            UnwrittenDatastore datastore,
            StepFingerprints fingerprints,
            ResumeOptions options,
            String name,
            Instant now) {
        requireStep(definition, options.from());
        return new Resumption(
                definition, datastore, fingerprints, options, OriginRun.look(definition, datastore, name, now));
    }

    private static void requireStep(FlowDefinition<?> definition, @Nullable String from) {
        if (from != null && definition.findStep(from).isEmpty()) {
            List<String> steps =
                    definition.steps().stream().map(StepDefinition::name).toList();
            throw new ResumeRefusedException("flow " + definition.name() + " has no step `" + from + "` to resume from."
                    + Suggestions.didYouMean(from, steps));
        }
    }

    /**
     * The same as the process that resumed the run has, for one that executes its tasks: by what is stored of both runs.
     *
     * @param run the new run
     * @param origin the run that it was resumed from
     * @throws ResumeRefusedException if that is no longer there
     */
    static Resumption stored(FlowDefinition<?> definition, Datastore datastore, RunRecord run, RunId origin) {
        return new Resumption(
                definition,
                datastore,
                StepCode.stored(run.fingerprints()),
                ResumeOptions.of(run),
                OriginRun.end(definition, datastore, origin.toString(), false));
    }

    /** The run that is resumed. */
    public RunRecord origin() {
        return origin.run();
    }

    /** What the new run stores of the code of its steps. */
    public static Map<String, String> code(FlowDefinition<?> definition, StepFingerprints fingerprints) {
        return StepCode.store(definition, fingerprints);
    }

    /** The steps whose code is another one, by what two runs would store of it; where that cannot be compared, nothing is said. */
    public static Set<String> changedSteps(Map<String, String> stored, Map<String, String> own) {
        Set<String> changed = new TreeSet<>();
        stored.forEach((step, text) -> {
            String other = own.get(step);
            if (other != null
                    && !other.equals(text)
                    && FlowFingerprints.areComparable(
                            StepCode.parse(text).fingerprint(),
                            StepCode.parse(other).fingerprint())) {
                changed.add(step);
            }
        });
        return changed;
    }

    /**
     * The values of the parameters that are not given again, by name.
     *
     * @throws dev.cairn.engine.ParameterException if a secret one has to be given again, or one cannot be read
     */
    public Map<String, ArtifactRef> kept(Set<String> given) {
        return values.kept(given);
    }

    /** What is worth to know of the parameters and of the code, a sentence each. */
    public List<String> notes(Map<String, ArtifactRef> kept, Supplier<?> newFlow) {
        return Stream.concat(values.notes(kept, newFlow).stream(), fingerprints.unseen().stream())
                .toList();
    }

    /**
     * What of the steps is known before any of their tasks is looked at.
     *
     * @throws ResumeRefusedException if the run succeeded and no task would run
     */
    public StepRules requireSomethingToDo(
            Map<String, ArtifactRef> kept, Map<String, ArtifactRef> shared, Secrets secrets, Supplier<?> newFlow) {
        StepRules rules = rules(shared, secrets);
        boolean sameGraph = graph.steps().equals(origin.graph().steps());
        if (origin.run().status() == RunStatus.SUCCEEDED && sameGraph && rules.allowAll() && !retriesCaught()) {
            throw new ResumeRefusedException("run " + origin.path()
                    + " succeeded, and nothing that its tasks depend on changed since, so nothing would run. To run"
                    + " steps again, name the first one of them (--from-step, or resumeFrom(..)), or start a new run."
                    + String.join(
                            "",
                            values.notes(kept, newFlow).stream()
                                    .map(note -> " Note: " + note + ".")
                                    .toList()));
        }
        return rules;
    }

    /** What of the steps is known before any of their tasks is looked at. */
    StepRules rules(Map<String, ArtifactRef> shared, Secrets secrets) {
        return new StepRules(
                new StepRules.Basis(
                        definition,
                        origin.graph(),
                        graph,
                        origin.run().fingerprints(),
                        fingerprints,
                        new CodeChanges(new StoredCode(datastore, origin.run().id()), fingerprints),
                        values.changes(shared, secrets),
                        values.lostParameters()),
                options);
    }

    private boolean retriesCaught() {
        return options.retryCaught()
                && datastore.runs().counts(origin.run().id()).stream()
                        .anyMatch(count -> count.status() == TaskStatus.CAUGHT);
    }

    /**
     * Stores in the new run, which has no task yet, all tasks that can be reused.
     *
     * @param schedule the schedule of the new run, which is told of them
     * @return a line for each step
     * @throws InterruptedException if the thread was interrupted
     */
    public List<String> takeOver(RunRecord run, StepRules rules, Schedule schedule) throws InterruptedException {
        List<String> files = new OriginFiles(datastore, origin.run().id()).takeOver(run.id());
        List<String> checkpoints = new OriginCheckpoints(
                        definition, datastore, origin.run().id(), rules)
                .takeOver(new StoredCheckpoints(datastore, run.id()));
        TakenOver taken = new TakenOver(datastore.runs(), origin.path(), false);
        List<StepReuse> steps = walk(run, rules, new ReuseWalk.Listener() {
            @Override
            public void reused(TaskRecord clone) throws InterruptedException {
                taken.add(clone);
            }

            @Override
            public void ended(TaskFact fact) {
                schedule.tell(fact);
            }

            @Override
            public void ended(Schedule.Elements elements) {
                schedule.tellEnded(elements);
            }
        });
        taken.awaitStored();
        return Stream.of(steps.stream().map(StepReuse::line), checkpoints.stream(), files.stream())
                .flatMap(lines -> lines)
                .toList();
    }

    /**
     * What {@link #takeOver} would reuse of each step, and why the rest of it would run. Nothing is stored.
     *
     * @param run the new run, which is not stored
     * @throws InterruptedException if the thread was interrupted
     */
    public List<StepReuse> plan(RunRecord run, StepRules rules) throws InterruptedException {
        return walk(run, rules, ReuseWalk.Listener.NONE);
    }

    private List<StepReuse> walk(RunRecord run, StepRules rules, ReuseWalk.Listener listener)
            throws InterruptedException {
        ReuseReport report = new ReuseReport(new ExpectedTasks(graph, plan.structure()));
        PresentBlobs blobs = new PresentBlobs(datastore.blobs());
        try (OriginTasks tasks = new OriginTasks(datastore.runs(), origin.run().id(), blobs)) {
            new ReuseWalk(plan, run.id(), newReuse(run, rules, tasks::find, blobs), report, listener).toTheEnd();
        }
        BranchRules branches = branchRules(rules);
        return report.steps(
                definition.steps().stream().map(StepDefinition::name).toList(),
                attempts(),
                step -> decidedLater(step, branches));
    }

    /**
     * What can still be taken over, element by element, where the new run opens a foreach itself.
     *
     * @param listener is told of each foreach with elements that were there before, and gets a line for each step in its branches
     */
    public ReuseSource changedLists(RunRecord run, StepRules rules, BiConsumer<TaskId, List<String>> listener) {
        return changedLists(run, rules, false, listener);
    }

    /**
     * The same.
     *
     * @param shared whether other processes execute tasks of the run too
     */
    ReuseSource changedLists(
            RunRecord run, StepRules rules, boolean shared, BiConsumer<TaskId, List<String>> listener) {
        return new ChangedLists(
                definition,
                plan,
                datastore,
                run.id(),
                origin,
                branchRules(rules),
                (tasks, blobs) -> newReuse(run, rules, tasks, blobs),
                shared,
                listener::accept);
    }

    private BranchRules branchRules(StepRules rules) {
        return new BranchRules(definition, plan.structure(), rules, options.from());
    }

    /** The step that opens the foreach around a step of which tasks may be reused after it has run. */
    private Optional<String> decidedLater(String step, BranchRules rules) {
        List<GraphStep> around = plan.structure().foreachesAround(step);
        return around.isEmpty() || !rules.mayReuse(step)
                ? Optional.empty()
                : Optional.of(around.get(around.size() - 1).name()).filter(rules::mayReuseBranchesOf);
    }

    private Reuse newReuse(
            RunRecord run, StepRules rules, Function<TaskId, Optional<TaskRecord>> tasks, PresentBlobs blobs) {
        return new Reuse(
                definition,
                plan.structure(),
                blobs,
                origin.run(),
                rules,
                new Routing(definition, origin.graph(), graph, run.artifacts(), new ArtifactLoader(datastore)),
                options.retryCaught(),
                tasks,
                new FirstCatch(definition, datastore, run.startedAt()));
    }

    /** How many attempts at tasks of each step had ended. */
    private Map<String, Long> attempts() {
        Map<String, Long> attempts = new HashMap<>();
        for (StepCount count : datastore.runs().counts(origin.run().id())) {
            attempts.merge(count.step(), count.attempts(), Long::sum);
        }
        return attempts;
    }
}
