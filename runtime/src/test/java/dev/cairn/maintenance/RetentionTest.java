package dev.cairn.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Lease;
import dev.cairn.datastore.RunAttributes;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which runs a policy keeps. */
class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final RetentionPolicy POLICY = RetentionPolicy.keepAll();

    /** A run that started so many hours ago. */
    private static RunRecord run(String flow, int hours, RunStatus status, String... tags) {
        Instant started = NOW.minus(Duration.ofHours(hours));
        return RunRecord.builder(RunId.next(Clock.fixed(started, ZoneOffset.UTC)), flow, "com.acme." + flow, started)
                .status(status, status == RunStatus.RUNNING ? null : started.plusSeconds(60))
                .heartbeatAt(started.plusSeconds(60))
                .tags(Set.of(tags))
                .build();
    }

    private static RunRecord succeeded(String flow, int hours, String... tags) {
        return run(flow, hours, RunStatus.SUCCEEDED, tags);
    }

    private static List<String> deleted(RetentionPolicy policy, RunRecord... runs) {
        Retention retention = new Retention(policy, NOW);
        return List.of(runs).stream()
                .filter(retention::deletes)
                .map(run -> run.flow() + Duration.between(run.startedAt(), NOW).toHours())
                .toList();
    }

    @Test
    void keepsAllByDefault() {
        assertThat(deleted(POLICY, succeeded("A", 1), succeeded("A", 9000))).isEmpty();
    }

    @Test
    void keepsTheNewestOfEachFlow() {
        assertThat(deleted(
                        POLICY.keepLast(2),
                        succeeded("A", 1),
                        succeeded("B", 2),
                        succeeded("A", 3),
                        succeeded("A", 4),
                        succeeded("B", 5),
                        succeeded("B", 6),
                        succeeded("A", 7)))
                .containsExactly("A4", "B6", "A7");
        assertThat(deleted(POLICY.keepLast(0), succeeded("A", 1))).containsExactly("A1");
    }

    @Test
    void keepsTheYounger() {
        RetentionPolicy aDay = POLICY.olderThan(Duration.ofDays(1));
        assertThat(deleted(aDay, succeeded("A", 1), succeeded("A", 24), succeeded("A", 25), succeeded("B", 25)))
                .containsExactly("A25", "B25");
        assertThat(deleted(aDay.keepLast(1), succeeded("A", 25), succeeded("A", 26), succeeded("B", 25)))
                .containsExactly("A26");
        assertThat(deleted(POLICY.olderThan(Duration.ofSeconds(Long.MAX_VALUE)), succeeded("A", 25)))
                .isEmpty();
    }

    @Test
    void keepsWhatAnEngineMayStillDrive() {
        RunRecord silent = run("A", 9, RunStatus.RUNNING);
        RunRecord unknown = silent.toBuilder()
                .attributes(Map.of(RunAttributes.ENGINE, "nowhere://host/flows"))
                .build();

        assertThat(deleted(POLICY.keepLast(1), succeeded("A", 1), run("A", 2, RunStatus.FAILED), silent))
                .containsExactly("A9");
        assertThat(deleted(POLICY.keepLast(1), succeeded("A", 1), run("A", 2, RunStatus.FAILED), unknown))
                .isEmpty();
    }

    @Test
    void keepsOtherFlows() {
        assertThat(deleted(POLICY.keepLast(0).ofFlow("B"), succeeded("A", 1), succeeded("B", 2)))
                .containsExactly("B2");
    }

    @Test
    void keepsPinnedRuns() {
        assertThat(deleted(
                        POLICY.keepLast(0).keepTags(Set.of("release", "paper")),
                        succeeded("A", 1, "nightly"),
                        succeeded("A", 2, "keep"),
                        succeeded("A", 3, "nightly", "paper"),
                        succeeded("A", 4, "keeper"),
                        succeeded("A", 5, "release")))
                .containsExactly("A1", "A4");
    }

    @Test
    void keepsWhatRunsAndTheNewestThatCanBeResumed() {
        RunRecord alive = run("A", 1, RunStatus.RUNNING).withHeartbeatAt(NOW.minus(Lease.DURATION));
        assertThat(deleted(
                        POLICY.keepLast(0),
                        alive,
                        succeeded("A", 2),
                        run("A", 3, RunStatus.INTERRUPTED),
                        run("A", 4, RunStatus.FAILED),
                        run("A", 5, RunStatus.RUNNING), // died
                        run("B", 6, RunStatus.RUNNING), // died, and is the newest of its flow that did not succeed
                        run("B", 7, RunStatus.DIED)))
                .containsExactly("A2", "A4", "A5", "B7");
    }

    @Test
    void keepsWhatARunThatIsAliveWasResumedFrom() {
        RunRecord origin = succeeded("A", 3);
        RunRecord alive = run("A", 1, RunStatus.RUNNING).toBuilder()
                .heartbeatAt(NOW)
                .origin(origin.id())
                .build();
        RunRecord ended =
                succeeded("A", 2).toBuilder().origin(succeeded("A", 4).id()).build();
        assertThat(deleted(POLICY.keepLast(0), alive, ended, origin, succeeded("A", 5)))
                .containsExactly("A2", "A5");
    }

    @Test
    void refusesNegativeBounds() {
        assertThatThrownBy(() -> POLICY.keepLast(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the number of runs to keep is negative: -1");
        assertThatThrownBy(() -> POLICY.olderThan(Duration.ofDays(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the age of the runs to delete is negative: PT-24H");
    }
}
