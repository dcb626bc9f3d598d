package dev.cairn.samples.flights;

/**
 * A flight.
 *
 * @param origin the airport where it starts
 * @param hour the hour of its departure, 0 to 23
 * @param distance in miles
 * @param delay in minutes; negative where it was early
 */
public record Flight(String origin, int hour, int distance, int delay) {}
