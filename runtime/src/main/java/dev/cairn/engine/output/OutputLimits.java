package dev.cairn.engine.output;

/**
 * How much output is stored. A character counts as many bytes as it has in UTF-8, a line break as one.
 *
 * @param attempt the number of bytes of an attempt of a task, and of what belongs to no task of a run
 * @param run the number of bytes of a run in one process
 */
record OutputLimits(int attempt, long run) {
    static final OutputLimits STANDARD = new OutputLimits(16_000_000, 256_000_000);
}
