package dev.cairn.engine.temporal;

import org.jspecify.annotations.Nullable;

/**
 * How a {@link Scope} ended.
 *
 * @param failed the task that failed first; null if none did
 */
record ScopeOutcome(@Nullable String failed) {}
