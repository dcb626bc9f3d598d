/** Reading runs, past and present: runs, steps, tasks, artifacts. */
@NullMarked
package dev.cairn.client;

import org.jspecify.annotations.NullMarked;
