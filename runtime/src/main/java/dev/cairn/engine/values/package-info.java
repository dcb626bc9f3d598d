/** What a task reads and leaves: the fields of its instance, and the artifacts that they become. */
@NullMarked
package dev.cairn.engine.values;

import org.jspecify.annotations.NullMarked;
