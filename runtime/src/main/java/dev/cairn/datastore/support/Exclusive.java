package dev.cairn.datastore.support;

import dev.cairn.datastore.FlowIsRunningException;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * The condition that no other run of a flow is alive; see {@link Entry.CreateRun}. Immutable.
 *
 * @param flows the names under which runs of the flow may be stored
 * @param silence a run that gave no sign of life for longer has died
 */
public record Exclusive(Set<String> flows, Duration silence) {
    /**
     * Copies the names.
     *
     * @param flows the names under which runs of the flow may be stored
     * @param silence a run that gave no sign of life for longer has died
     */
    public Exclusive {
        flows = Set.copyOf(flows);
    }

    /**
     * {@return whether a run is one of the flow, and its end is not recorded}
     *
     * @param run the record of a run of any flow
     */
    public boolean concerns(RunRecord run) {
        return run.status() == RunStatus.RUNNING && flows.contains(run.flow());
    }

    /**
     * Checks that a run that this {@linkplain #concerns concerns} has died.
     *
     * @param created the run that is to be stored
     * @param other another run of its flow
     * @param now the time by the clock of the store
     * @throws FlowIsRunningException if the other run is alive
     */
    public void requireDied(RunRecord created, RunRecord other, Instant now) {
        if (Duration.between(other.heartbeatAt(), now).compareTo(silence) <= 0) {
            throw new FlowIsRunningException(created.flow(), other);
        }
    }
}
