package dev.cairn.engine.resume;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.ResumeRefusedException;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskFact.FannedOut;
import dev.cairn.engine.secret.Secrets;
import dev.cairn.runtime.definition.FlowDefinition;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a run takes over while it goes on, decided in a process that executes tasks of it and did not start it: by what is stored of the run
 * and of the one that it was resumed from. Several processes come to the same answer. Thread-safe.
 */
public final class StoredReuse implements ReuseSource {
    private final FlowDefinition<?> definition;
    private final Datastore datastore;
    private final RunRecord run;
    private final RunId origin;
    private final Supplier<Secrets> secrets;
    private @Nullable ReuseSource decided; // guarded by this

    private StoredReuse(
            FlowDefinition<?> definition, Datastore datastore, RunRecord run, RunId origin, Supplier<Secrets> secrets) {
        this.definition = definition;
        this.datastore = datastore;
        this.run = run;
        this.origin = origin;
        this.secrets = secrets;
    }

    /** Of a run that another process started. */
    public static ReuseSource of(
            FlowDefinition<?> definition, Datastore datastore, RunRecord run, Supplier<Secrets> secrets) {
        return run.origin() == null ? NONE : new StoredReuse(definition, datastore, run, run.origin(), secrets);
    }

    @Override
    public List<TaskFact> after(TaskFact ended, BooleanSupplier stopped) throws InterruptedException {
        return ended.ending() instanceof FannedOut ? decided().after(ended, stopped) : List.of();
    }

    /** Nothing is read before the first foreach. */
    private synchronized ReuseSource decided() {
        if (decided == null) {
            decided = decide();
        }
        return decided;
    }

    private ReuseSource decide() {
        Resumption resumption;
        try {
            resumption = Resumption.stored(definition, datastore, run, origin);
        } catch (ResumeRefusedException e) { // it was deleted
            log(List.of("what was done for elements of changed lists runs again: " + e.getMessage()));
            return NONE;
        }
        return resumption.changedLists(
                run, resumption.rules(run.artifacts(), secrets.get()), true, (opener, lines) -> log(lines));
    }

    /** Whoever follows the run reads it there. */
    private void log(List<String> lines) {
        Instant now = Instant.now();
        datastore
                .runs()
                .log(
                        run.id(),
                        TaskId.RUN,
                        0,
                        lines.stream()
                                .map(line -> new LogLine(now, LogLine.Stream.LOG, line))
                                .toList());
    }
}
