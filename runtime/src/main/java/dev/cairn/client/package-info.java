/** Reads past and present runs: their steps, tasks and artifacts. */
@NullMarked
package dev.cairn.client;

import org.jspecify.annotations.NullMarked;
