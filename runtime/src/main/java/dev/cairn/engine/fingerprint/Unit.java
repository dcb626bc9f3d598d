package dev.cairn.engine.fingerprint;

import java.util.Set;

/**
 * A method with all that it is alone in using: its lambdas, anonymous and local classes. Immutable.
 *
 * @param id tells it apart from others, whatever the compiler numbered
 * @param place where it is, for messages
 * @param hash the SHA-256 of its text
 * @param uses what it uses
 */
record Unit(String id, String place, String hash, Set<Use> uses) {}
