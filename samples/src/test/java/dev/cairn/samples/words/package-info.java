/** The words of messages and pages, held to the table of {@code CONTRIBUTING.md}. */
@NullMarked
package dev.cairn.samples.words;

import org.jspecify.annotations.NullMarked;
