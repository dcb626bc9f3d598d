package dev.cairn.engine;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.Lease;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunAttributes;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunRecordBuilder;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.output.RunningTask;
import dev.cairn.engine.resume.ResumeOptions;
import dev.cairn.engine.resume.Resumption;
import dev.cairn.engine.resume.ReuseSource;
import dev.cairn.engine.resume.StepFingerprints;
import dev.cairn.engine.resume.StepRules;
import dev.cairn.engine.resume.UnwrittenDatastore;
import dev.cairn.engine.run.CodeRecording;
import dev.cairn.engine.run.ExitWatch;
import dev.cairn.engine.run.Heartbeat;
import dev.cairn.engine.run.RunEvents;
import dev.cairn.engine.run.SourceCommit;
import dev.cairn.engine.run.Watchdog;
import dev.cairn.engine.secret.Secrets;
import dev.cairn.engine.task.FailureRecords;
import dev.cairn.engine.task.RunGuard;
import dev.cairn.engine.values.LargeArtifacts;
import dev.cairn.engine.values.SharedArtifacts;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.RunInterruptedException;
import dev.cairn.runtime.RunReference;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.internal.CairnVersion;
import dev.cairn.runtime.internal.FailureText;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run from its record to its end. Used by one thread. */
final class RunExecution<F> {
    private final FlowDefinition<F> definition;
    private final Supplier<? extends F> flowFactory;
    private final Datastore datastore;
    private final Engine engine;
    private final RunSettings settings;
    private final StartOptions startOptions;
    private final Clock clock;
    private final StepFingerprints fingerprints;
    private final RunEvents events;
    private Secrets secrets = Secrets.NONE;
    private @Nullable CodeRecording codeRecording;

    RunExecution(
            FlowDefinition<F> definition,
            Supplier<? extends F> flowFactory,
            Datastore datastore,
            Engine engine,
            RunSettings settings,
            StartOptions startOptions,
            StepFingerprints fingerprints) {
        this.definition = definition;
        this.flowFactory = flowFactory;
        this.datastore = datastore;
        this.engine = engine;
        this.settings = settings;
        this.startOptions = startOptions;
        this.clock = settings.clock().clock();
        this.fingerprints = fingerprints;
        this.events = new RunEvents(definition, settings.policy().listeners());
    }

    RunReference run(Map<String, @Nullable Object> parameters, Set<String> tags, Consumer<RunReference> onStart) {
        requireDetachable();
        secrets = Secrets.of(definition, parameters, flowFactory);
        RunRecord run = newRecord(parameters, Map.of(), tags).build();
        Optional<RunRecord> before = startOptions.runId() == null
                ? Optional.empty()
                : datastore.runs().find(run.id());
        return before.isPresent() ? startAgain(before.get(), run, onStart) : run(run, Preparation.NONE, onStart);
    }

    /** Follows a run that was started before, perhaps by a process that did not learn of it. */
    private RunReference startAgain(RunRecord before, RunRecord asked, Consumer<RunReference> onStart) {
        SecondStart.requireSame(definition, before, asked);
        RunReference started = new RunReference(definition, datastore, before.id());
        onStart.accept(started);
        Secrets given = secrets;
        RunRequest<F> request = new RunRequest<>(
                definition,
                flowFactory,
                datastore,
                before,
                settings,
                new RunGuard(),
                () -> given,
                null,
                ReuseSource.NONE,
                events);
        try {
            boolean remote = engine instanceof RemoteEngine && before.status() == RunStatus.RUNNING;
            if (startOptions.detached()) {
                if (remote) {
                    ((RemoteEngine) engine).start(request);
                }
                return started;
            }
            Optional<TaskFailure> failure = remote ? engine.run(request) : request.follow(taskEnded -> {});
            if (failure.isPresent()) {
                throw failed(before, failure.get());
            }
            return started;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterruptedException(before.flow(), before.id().toString());
        }
    }

    RunReference resume(
            String name,
            ResumeOptions options,
            Map<String, @Nullable Object> parameters,
            Set<String> tags,
            Consumer<RunReference> onStart) {
        requireDetachable();
        Resumption resumption = Resumption.of(definition, datastore, fingerprints, options, name);
        Map<String, ArtifactRef> kept = resumption.kept(parameters.keySet());
        secrets = Secrets.of(definition, parameters, flowFactory);
        RunRecord run = newRecord(parameters, kept, tags)
                .origin(resumption.origin().id())
                .fingerprints(Resumption.code(definition, fingerprints))
                .build();
        StepRules rules = resumption.requireSomethingToDo(kept, run.artifacts(), secrets, flowFactory);
        return run(
                run,
                () -> {
                    resumption.notes(kept, flowFactory).forEach(line -> print(run.id(), line));
                    Schedule schedule = new Schedule(
                            FlowPlan.of(definition), run.id(), settings.policy().keepGoing());
                    resumption.takeOver(run, rules, schedule).forEach(line -> print(run.id(), line));
                    tellOfReused(run);
                    return new Prepared(
                            schedule,
                            resumption.changedLists(
                                    run,
                                    rules,
                                    (opener, lines) -> lines.forEach(line -> print(run.id() + "/" + opener, line))));
                },
                onStart);
    }

    /** What {@link #resume} would do; nothing is stored. */
    ResumePlan plan(String name, ResumeOptions options, Map<String, @Nullable Object> parameters) {
        UnwrittenDatastore unwritten = new UnwrittenDatastore(datastore);
        Resumption resumption = Resumption.planned(definition, unwritten, fingerprints, options, name, clock.instant());
        Map<String, ArtifactRef> kept = resumption.kept(parameters.keySet());
        secrets = Secrets.of(definition, parameters, flowFactory);
        RunRecord run = newRecord(unwritten, parameters, kept, Set.of()).build();
        StepRules rules = resumption.requireSomethingToDo(kept, run.artifacts(), secrets, flowFactory);
        RunRecord origin = resumption.origin();
        try {
            return new ResumePlan(
                    origin.flow() + "/" + origin.id(),
                    resumption.notes(kept, flowFactory),
                    resumption.plan(run, rules));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterruptedException(origin.flow(), origin.id().toString());
        }
    }

    /** Makes sure that a run could start with these parameters; nothing is stored. */
    CodeCheck check(Map<String, @Nullable Object> parameters) {
        secrets = Secrets.of(definition, parameters, flowFactory);
        newRecord(new UnwrittenDatastore(Datastore.inMemory()), parameters, Map.of(), Set.of());
        return code();
    }

    /** What of the code can be compared with that of other runs. */
    CodeCheck code() {
        List<String> unknown = definition.steps().stream()
                .map(StepDefinition::name)
                .filter(step -> fingerprints.of(step).isEmpty())
                .toList();
        return new CodeCheck(unknown, fingerprints.unseen());
    }

    /** What is done before the first task of a run starts. */
    @FunctionalInterface
    private interface Preparation {
        Preparation NONE = () -> new Prepared(null, ReuseSource.NONE);

        Prepared prepare() throws InterruptedException;
    }

    /**
     * A run whose first task may start.
     *
     * @param schedule knows what was taken over; null if nothing was
     * @param reuse takes over more, later
     */
    private record Prepared(@Nullable Schedule schedule, ReuseSource reuse) {}

    private RunReference run(RunRecord run, Preparation preparation, Consumer<RunReference> onStart) {
        takeOverFormerClass();
        create(run);
        RunReference started = new RunReference(definition, datastore, run.id());
        RunningTask.current().ifPresent(task -> task.log("started run " + run.flow() + "/" + run.id()));
        onStart.accept(started);
        events.runStarted(started);
        RunStatus end = RunStatus.FAILED;
        try {
            runToItsEnd(run, preparation);
            end = startOptions.detached() ? RunStatus.RUNNING : RunStatus.SUCCEEDED;
            return started;
        } catch (RunInterruptedException e) {
            end = RunStatus.INTERRUPTED;
            throw e;
        } finally {
            if (end != RunStatus.RUNNING) { // then it goes on elsewhere
                events.runFinished(started, end);
            }
        }
    }

    private void runToItsEnd(RunRecord run, Preparation preparation) {
        if (run.origin() == null) {
            codeRecording = CodeRecording.start(run.id(), () -> storeCode(run.id()));
        }
        if (engine instanceof RemoteEngine) {
            awaitCode(); // other processes compare it with theirs
        }
        Optional<TaskFailure> failure = runTasks(run, preparation);
        if (failure.isPresent()) {
            throw failed(run, failure.get());
        } else if (!startOptions.detached()) {
            awaitCode();
            datastore.runs().finish(run.id(), RunStatus.SUCCEEDED, clock.instant(), null, null);
        }
    }

    private void tellOfReused(RunRecord run) {
        if (events.isFollowed()) {
            RunReference resumed = new RunReference(definition, datastore, run.id());
            Map<String, Long> reused = new LinkedHashMap<>();
            definition.steps().forEach(step -> reused.put(step.name(), 0L));
            datastore.runs().counts(run.id()).forEach(count -> reused.merge(count.step(), count.attempts(), Long::sum));
            reused.forEach((step, tasks) -> {
                if (tasks > 0) {
                    events.tasksReused(resumed, step, tasks);
                }
            });
        }
    }

    private void requireDetachable() {
        if (startOptions.detached() && !(engine instanceof RemoteEngine)) {
            throw new IllegalStateException("a run whose tasks run in this process cannot be detached from it. Set an"
                    + " engine that runs them in other processes, or wait for the end of the run.");
        }
    }

    private void storeCode(RunId run) {
        Map<String, String> code = Resumption.code(definition, fingerprints);
        if (!code.isEmpty()) {
            datastore.runs().storeFingerprints(run, code);
        }
    }

    /** Before a run ends: whoever resumes it then has to know of its code. */
    private void awaitCode() {
        if (codeRecording != null) {
            codeRecording.await(settings.patience());
        }
    }

    /** To store the parameters may have taken longer than a lease. */
    private void create(RunRecord run) {
        RunRecord alive = run.withHeartbeatAt(clock.instant());
        if (startOptions.exclusive()) {
            datastore.runs().createExclusive(alive, definition.formerNames(), Lease.DURATION);
        } else {
            datastore.runs().create(alive);
        }
    }

    private Optional<TaskFailure> runTasks(RunRecord run, Preparation preparation) {
        Watchdog watchdog = new Watchdog(settings.processEnd(), settings.patience());
        Heartbeat heartbeat = Heartbeat.start(
                datastore.runs(), run.id(), clock, settings.patience(), watchdog, Thread.currentThread()::interrupt);
        RunGuard guard = new RunGuard(watchdog::look);
        ExitWatch exitWatch = new ExitWatch(guard, settings.processEnd());
        Secrets given = secrets; // engines ask from threads of their own
        try {
            return runTasks(
                    run,
                    prepared -> new RunRequest<>(
                            definition,
                            flowFactory,
                            datastore,
                            run,
                            settings,
                            guard,
                            () -> given,
                            prepared.schedule(),
                            prepared.reuse(),
                            events),
                    preparation,
                    watchdog);
        } finally {
            exitWatch.close();
            heartbeat.stop();
            watchdog.close();
        }
    }

    private Optional<TaskFailure> runTasks(
            RunRecord run, Function<Prepared, RunRequest<F>> request, Preparation preparation, Watchdog watchdog) {
        try {
            RunRequest<F> prepared = request.apply(preparation.prepare());
            if (startOptions.detached()) {
                ((RemoteEngine) engine).start(prepared);
                return Optional.empty();
            }
            return engine.run(prepared);
        } catch (InterruptedException e) {
            if (watchdog.cause() != null) {
                throw givenUp(run, watchdog.cause());
            }
            finish(run, RunStatus.INTERRUPTED, null, e);
            Thread.currentThread().interrupt();
            throw new RunInterruptedException(run.flow(), run.id().toString());
        } catch (RuntimeException | Error e) {
            finish(run, RunStatus.FAILED, null, e);
            throw e;
        }
    }

    private Error givenUp(RunRecord run, Watchdog.Cause cause) {
        String what = "run " + run.flow() + "/" + run.id() + " was stopped: ";
        if (cause == Watchdog.Cause.SILENCE) { // so its end cannot be stored either
            throw new DatastoreException(what + "its datastore `" + datastore.url()
                    + "` does not respond. Check its disk or network, and run the flow again.");
        }
        OutOfMemoryError failure = new OutOfMemoryError(
                what + "the Java heap was full and stayed full. Make it larger with -Xmx, or keep fewer objects in"
                        + " memory.");
        finish(run, RunStatus.FAILED, null, failure);
        throw failure;
    }

    private FlowFailedException failed(RunRecord run, TaskFailure failure) {
        finish(run, RunStatus.FAILED, failure.task(), failure.cause());
        return new FlowFailedException(
                run.id().toString(),
                run.flow() + "/" + run.id() + "/" + failure.task(),
                failure.cause(),
                line(failure.cause()),
                failure.others());
    }

    /** What happened in another process is told as if it had happened here. */
    private String line(Throwable failure) {
        return failure instanceof RecordedFailureException
                ? secrets.hidden().hide(String.valueOf(failure.getMessage()))
                : FailureText.line(failure, secrets.hidden());
    }

    /** Notes the end of a run that did not succeed; where even that fails, the reason why it ended is what matters. */
    private void finish(RunRecord run, RunStatus status, @Nullable TaskId task, Throwable reason) {
        awaitCode();
        try {
            FailureRecord failure = status == RunStatus.FAILED ? FailureRecords.record(reason, secrets.hidden()) : null;
            datastore.runs().finish(run.id(), status, clock.instant(), task, failure);
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    private RunRecordBuilder newRecord(
            Map<String, @Nullable Object> parameters, Map<String, ArtifactRef> kept, Set<String> tags) {
        return newRecord(datastore, parameters, kept, tags);
    }

    private RunRecordBuilder newRecord(
            Datastore values,
            Map<String, @Nullable Object> parameters,
            Map<String, ArtifactRef> kept,
            Set<String> tags) {
        RunId id = startOptions.runId() == null ? RunId.next(clock) : startOptions.runId();
        Instant now = clock.instant();
        return RunRecord.builder(id, definition.name(), definition.flowClass().getName(), now)
                .user(System.getProperty("user.name", ""))
                .versions(CairnVersion.current(), Runtime.version().toString())
                .commit(SourceCommit.of(definition.flowClass()))
                .tags(tags)
                .attributes(attributes())
                .artifacts(new SharedArtifacts<>(definition, flowFactory, values, now, largeArtifacts(id))
                        .store(parameters, kept, secrets));
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>(settings.policy().attributes());
        RunningTask.current().ifPresent(task -> attributes.put(RunAttributes.STARTED_BY, task.path()));
        return attributes;
    }

    private LargeArtifacts largeArtifacts(RunId id) {
        return new LargeArtifacts(settings.largeArtifact(), line -> print(id, line));
    }

    private void print(RunId id, String line) {
        print(id.toString(), line);
    }

    private void print(String path, String line) {
        settings.output().line(definition.name() + "/" + path, new LogLine(clock.instant(), LogLine.Stream.LOG, line));
    }

    /** A class that was renamed, and says so, goes on where its former name stopped. */
    private void takeOverFormerClass() {
        if (definition.formerNames().isEmpty()) {
            return;
        }
        String flowClass = definition.flowClass().getName();
        try (Stream<RunRecord> runs = datastore.runs().list(RunQuery.flow(definition.name()))) {
            runs.findFirst()
                    .map(RunRecord::flowClass)
                    .filter(user ->
                            !user.equals(flowClass) && definition.formerNames().contains(user))
                    .ifPresent(user -> datastore.runs().rename(definition.name(), flowClass));
        }
    }
}
