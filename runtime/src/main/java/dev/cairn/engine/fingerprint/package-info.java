/**
 * Fingerprints of the code of steps, taken from class files: from code that changed follows another fingerprint, from code that was
 * only moved, renamed inside or compiled again the same one. {@code docs/fingerprints.md} says what counts.
 */
@NullMarked
package dev.cairn.engine.fingerprint;

import org.jspecify.annotations.NullMarked;
