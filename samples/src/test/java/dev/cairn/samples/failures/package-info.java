/** Steps that do what no step should, each in a process of its own. */
@NullMarked
package dev.cairn.samples.failures;

import org.jspecify.annotations.NullMarked;
