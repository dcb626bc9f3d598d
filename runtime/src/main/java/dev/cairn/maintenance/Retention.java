package dev.cairn.maintenance;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunLife;
import dev.cairn.datastore.RunOwners;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Applies a policy to runs, which must come newest first. Used once, by one thread. */
final class Retention {
    private final RetentionPolicy policy;
    private final Instant now;
    private final Map<String, Integer> newer = new HashMap<>(); // by flow
    private final Set<String> resumable = new HashSet<>(); // flows of which a run that did not succeed was met
    private final Set<RunId> origins = new HashSet<>(); // of runs that may be taking over their tasks

    Retention(RetentionPolicy policy, Instant now) {
        this.policy = policy;
        this.now = now;
    }

    /** Whether the next run is to be deleted. */
    boolean deletes(RunRecord run) {
        int number = newer.merge(run.flow(), 1, Integer::sum);
        if (isAlive(run) && run.origin() != null) {
            origins.add(run.origin());
        }
        boolean isResumable = run.status() != RunStatus.SUCCEEDED && !isAlive(run) && resumable.add(run.flow());
        return policy.deletesRuns()
                && (policy.flow() == null || policy.flow().equals(run.flow()))
                && (policy.keepLast() == null || number > policy.keepLast())
                && (policy.olderThan() == null
                        || Duration.between(run.startedAt(), now).compareTo(policy.olderThan()) > 0)
                && !isAlive(run)
                && !isResumable
                && !origins.contains(run.id())
                && !isPinned(run);
    }

    private boolean isAlive(RunRecord run) {
        return isAlive(run, now);
    }

    static boolean isAlive(RunRecord run, Instant now) {
        return run.status() == RunStatus.RUNNING && RunOwners.look(run, now) != RunLife.GONE;
    }

    private boolean isPinned(RunRecord run) {
        return run.tags().contains(RetentionPolicy.KEEP) || run.tags().stream().anyMatch(policy.keepTags()::contains);
    }
}
