/** What generated code calls and what step methods get: definitions of flows, task contexts, join inputs, merging. */
@NullMarked
package dev.cairn.runtime;

import org.jspecify.annotations.NullMarked;
