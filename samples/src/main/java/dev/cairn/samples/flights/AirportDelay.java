package dev.cairn.samples.flights;

/**
 * How late flights start at an airport.
 *
 * @param airport its three letters
 * @param departures the number of flights
 * @param meanDelay in minutes
 * @param worstTime the time of day with the greatest mean delay
 */
public record AirportDelay(String airport, int departures, double meanDelay, TimeOfDay worstTime) {}
