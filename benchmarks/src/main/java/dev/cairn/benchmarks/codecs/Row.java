package dev.cairn.benchmarks.codecs;

import java.io.Serializable;

/**
 * The small record of which there are many. Public, as some serializers generate code that calls it.
 *
 * @param id ascending
 * @param name some ASCII characters
 * @param score random
 * @param quantity below 1,000
 * @param flag random
 */
public record Row(long id, String name, double score, int quantity, boolean flag) implements Serializable {}
