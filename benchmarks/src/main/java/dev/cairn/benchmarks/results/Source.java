package dev.cairn.benchmarks.results;

/**
 * Where a figure is.
 *
 * @param benchmark whose file it is in
 * @param group within the file
 * @param figure within the group
 */
record Source(String benchmark, String group, String figure) {}
