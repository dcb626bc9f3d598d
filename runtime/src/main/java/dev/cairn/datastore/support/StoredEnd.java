package dev.cairn.datastore.support;

import dev.cairn.datastore.EndedAttempt;

/**
 * That an attempt has ended, as it is stored.
 *
 * @param attempt the attempt; it may have output if some is found, or if some was there when it was committed
 * @param number its number in the order of the commits of its run, from 1; there may be gaps
 */
public record StoredEnd(EndedAttempt attempt, long number) {}
