package dev.cairn.engine;

/** What tests set on the builders of runs, and users do not. For the module {@code testing}. */
public final class TestSettings {
    private TestSettings() {}

    /**
     * Lets a run go by another clock.
     *
     * @param builder the builder of a run
     * @param clock the clock of the run
     */
    public static void clock(RunBuilder<?, ?> builder, AlarmClock clock) {
        builder.clock(clock);
    }
}
