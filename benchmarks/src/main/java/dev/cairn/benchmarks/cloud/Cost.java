package dev.cairn.benchmarks.cloud;

/**
 * What some work took. Immutable.
 *
 * @param seconds from its beginning to its end
 * @param here the processor time of this process, in seconds
 * @param server the processor time of the server, in seconds
 */
record Cost(double seconds, double here, double server) {}
