package dev.cairn.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Random flows, driven at random, against a walk that knows no time. Small flows come first. With {@code -Dschedule.graphs=100000} more
 * of them, from {@code -Dschedule.seed=..} on.
 */
class ScheduleModelTest {
    private static final int GRAPHS = Integer.getInteger("schedule.graphs", 400);
    private static final long SEED = Long.getLong("schedule.seed", 0);

    /** How many there are of each size: few graphs have all sizes too. */
    private static final int OF_EACH_SIZE = Math.min(60, Math.max(1, GRAPHS / 33));

    @Test
    void eachTaskStartsOnceAfterItsParentsWhateverTheOrder() {
        long tasks = 0;
        long rebuilt = 0;
        for (int i = 0; i < GRAPHS; i++) {
            long seed = SEED + i;
            try {
                RandomDrive drive = new RandomDrive(seed, 1 + i % 2_000 / OF_EACH_SIZE);
                drive.run();
                tasks += drive.tasks();
                rebuilt += drive.rebuilt();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("the flow of seed " + seed + ": " + e.getMessage(), e);
            }
        }
        System.out.println(GRAPHS + " flows from seed " + SEED + ", " + tasks + " tasks, " + rebuilt
                + " times the schedule was made anew");
        assertThat(tasks).isGreaterThanOrEqualTo(3L * GRAPHS);
        assertThat(rebuilt).isGreaterThan(tasks / 10);
    }
}
