/** A stored run as a task finds it that runs once more: it reads what was there then, and what it writes is kept in memory. */
@NullMarked
package dev.cairn.engine.replay;

import org.jspecify.annotations.NullMarked;
