package dev.cairn.engine.temporal;

import java.util.List;

/**
 * How a chain ended.
 *
 * @param task the last task
 * @param attempt its last attempt
 * @param parents its parents, unless it is the first task of the chain
 * @param ending how the attempt ended, as {@link Endings} writes it, or a {@link SharedChange}
 */
record ChainOutcome(String task, int attempt, List<String> parents, String ending) {}
