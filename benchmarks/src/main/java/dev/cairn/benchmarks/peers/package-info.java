/** What other annotation processors add to a small compilation. */
@NullMarked
package dev.cairn.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
