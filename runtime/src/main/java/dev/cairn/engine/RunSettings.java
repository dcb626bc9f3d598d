package dev.cairn.engine;

import dev.cairn.datastore.Lease;
import dev.cairn.engine.task.CautiousOutput;
import dev.cairn.engine.task.RunPolicy;
import java.time.Duration;

/**
 * What is the same for all tasks of a run. Immutable.
 *
 * @param clock the time
 * @param maxWorkers how many tasks may run at once
 * @param largeArtifact the number of bytes above which an artifact is worth a word
 * @param patience how often a run gives a sign of life, and how long it may take to end once memory was lost
 * @param processEnd what becomes of the process if the run cannot end by itself
 * @param output is told of each line of output, and never throws
 * @param captureOutput whether what steps write to the standard streams is output of their tasks
 * @param policy what was asked of this run
 */
record RunSettings(
        AlarmClock clock,
        int maxWorkers,
        long largeArtifact,
        Duration patience,
        ProcessEnd processEnd,
        OutputListener output,
        boolean captureOutput,
        RunPolicy policy) {
    private static final long GIGABYTE = 1_000_000_000;
    private static final Duration PATIENCE = Lease.RENEWAL;

    static RunSettings standard() {
        return new RunSettings(
                AlarmClock.system(),
                Runtime.getRuntime().availableProcessors(),
                GIGABYTE,
                PATIENCE,
                ProcessEnd.LEAVE,
                OutputListener.standard(),
                true,
                RunPolicy.STANDARD);
    }

    RunSettings withClock(AlarmClock other) {
        return new RunSettings(other, maxWorkers, largeArtifact, patience, processEnd, output, captureOutput, policy);
    }

    RunSettings withMaxWorkers(int workers) {
        return new RunSettings(clock, workers, largeArtifact, patience, processEnd, output, captureOutput, policy);
    }

    RunSettings withLargeArtifact(long bytes) {
        return new RunSettings(clock, maxWorkers, bytes, patience, processEnd, output, captureOutput, policy);
    }

    RunSettings withPatience(Duration other) {
        return new RunSettings(clock, maxWorkers, largeArtifact, other, processEnd, output, captureOutput, policy);
    }

    RunSettings withProcessEnd(ProcessEnd other) {
        return new RunSettings(clock, maxWorkers, largeArtifact, patience, other, output, captureOutput, policy);
    }

    RunSettings withOutput(OutputListener other) {
        return new RunSettings(
                clock,
                maxWorkers,
                largeArtifact,
                patience,
                processEnd,
                new CautiousOutput(other),
                captureOutput,
                policy);
    }

    RunSettings withCaptureOutput(boolean capture) {
        return new RunSettings(clock, maxWorkers, largeArtifact, patience, processEnd, output, capture, policy);
    }

    RunSettings withPolicy(RunPolicy other) {
        return new RunSettings(clock, maxWorkers, largeArtifact, patience, processEnd, output, captureOutput, other);
    }
}
