package dev.cairn.samples.flights;

/**
 * How late flights start at a time of day.
 *
 * @param time the time of day
 * @param departures the number of flights
 * @param meanDelay in minutes
 */
public record TimeDelay(TimeOfDay time, int departures, double meanDelay) {}
