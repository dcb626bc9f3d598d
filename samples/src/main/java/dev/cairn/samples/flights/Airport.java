package dev.cairn.samples.flights;

import java.util.List;

/**
 * An airport and the flights that start there.
 *
 * @param code its three letters
 * @param departures the flights
 */
public record Airport(String code, List<Flight> departures) {}
