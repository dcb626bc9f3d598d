package dev.cairn.engine.temporal;

import dev.cairn.datastore.Datastore;
import java.time.Duration;

/**
 * What is the same for all runs of a worker. Immutable.
 *
 * @param datastore where the runs are stored, as it was opened first
 * @param workers how many tasks run at once
 * @param code compares the code of steps
 * @param keeping how often a run gives a sign of life
 * @param grace how long tasks may go on when the worker is closed
 */
record WorkerSettings(Datastore datastore, int workers, CodeComparison code, Duration keeping, Duration grace) {}
