/** The annotation processors: what the compiler calls, and how a round goes from source to generated code. */
@NullMarked
package dev.cairn.processor;

import org.jspecify.annotations.NullMarked;
