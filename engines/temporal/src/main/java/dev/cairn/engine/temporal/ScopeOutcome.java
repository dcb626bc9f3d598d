package dev.cairn.engine.temporal;

import org.jspecify.annotations.Nullable;

/**
 * How a {@link Scope} ended.
 *
 * @param failed the task that failed first, or a {@link SharedChange}; null if none did
 */
record ScopeOutcome(@Nullable String failed) {}
