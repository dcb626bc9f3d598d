/** The types that generated code and step methods use: task contexts, inputs of joins, merging, files, and exceptions. */
@NullMarked
package dev.cairn.runtime;

import org.jspecify.annotations.NullMarked;
