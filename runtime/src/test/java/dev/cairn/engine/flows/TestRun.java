package dev.cairn.engine.flows;

import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.AlarmClock;
import dev.cairn.engine.Fingerprints;
import dev.cairn.engine.ProcessEnd;
import dev.cairn.engine.ResumePlan;
import dev.cairn.engine.RunBuilder;
import dev.cairn.engine.RunHandle;
import dev.cairn.runtime.RunReference;
import dev.cairn.runtime.definition.FlowDefinition;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The builder of a run as the processor would generate it, but for any flow. */
public final class TestRun<F> extends RunBuilder<F, TestRun<F>> {
    private TestRun(FlowDefinition<F> definition) {
        super(definition);
    }

    /** A run of {@code definition} on a new datastore in memory. */
    public static <F> TestRun<F> of(FlowDefinition<F> definition) {
        return new TestRun<>(definition).datastore(Datastore.inMemory());
    }

    /** Runs {@code definition} on a new datastore in memory. */
    public static <F> Run run(FlowDefinition<F> definition) {
        return of(definition).run();
    }

    @Override
    public TestRun<F> parameter(String name, @Nullable Object value) {
        return super.parameter(name, value);
    }

    @Override
    public TestRun<F> clock(AlarmClock clock) {
        return super.clock(clock);
    }

    @Override
    public TestRun<F> largeArtifact(long bytes) {
        return super.largeArtifact(bytes);
    }

    @Override
    public TestRun<F> onStart(Consumer<RunReference> listener) {
        return super.onStart(listener);
    }

    @Override
    public TestRun<F> patience(Duration patience) {
        return super.patience(patience);
    }

    @Override
    public TestRun<F> processEnd(ProcessEnd processEnd) {
        return super.processEnd(processEnd);
    }

    /** Says what the code of each step is; one that is missing cannot be read. */
    public TestRun<F> code(Map<String, String> ofSteps) {
        return Fingerprints.set(this, step -> Optional.ofNullable(ofSteps.get(step)));
    }

    /** Goes on where another run ended. */
    public Run resume(String run) {
        return Run.of(executeResume(run));
    }

    /** What {@link #resume} would do. */
    public ResumePlan plan(String run) {
        return planResume(run);
    }

    /** Starts the flow. */
    public RunHandle<Run> runAsync() {
        return executeAsync(Run::of);
    }

    /** Goes on where another run ended, and does not wait. */
    public RunHandle<Run> resumeAsync(String run) {
        return executeResumeAsync(run, Run::of);
    }

    /** Runs the flow. */
    public Run run() {
        return Run.of(execute());
    }
}
