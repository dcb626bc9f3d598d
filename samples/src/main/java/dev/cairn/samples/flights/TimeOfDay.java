package dev.cairn.samples.flights;

/** A quarter of the day. */
public enum TimeOfDay {
    NIGHT,
    MORNING,
    AFTERNOON,
    EVENING;

    /** The quarter to which an hour belongs. */
    static TimeOfDay of(int hour) {
        return values()[hour / 6];
    }
}
