package dev.cairn.engine;

/**
 * What is the same for all tasks of a run. Immutable.
 *
 * @param clock the time
 * @param maxWorkers how many tasks may run at once
 * @param largeArtifact the number of bytes above which an artifact is worth a word
 */
record RunSettings(AlarmClock clock, int maxWorkers, long largeArtifact) {
    private static final long GIGABYTE = 1_000_000_000;

    static RunSettings standard() {
        return new RunSettings(AlarmClock.system(), Runtime.getRuntime().availableProcessors(), GIGABYTE);
    }

    RunSettings withClock(AlarmClock other) {
        return new RunSettings(other, maxWorkers, largeArtifact);
    }

    RunSettings withMaxWorkers(int workers) {
        return new RunSettings(clock, workers, largeArtifact);
    }

    RunSettings withLargeArtifact(long bytes) {
        return new RunSettings(clock, maxWorkers, bytes);
    }
}
