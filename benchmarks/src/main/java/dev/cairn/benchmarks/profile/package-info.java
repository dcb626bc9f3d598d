/** Where the time goes on the hot paths. */
@NullMarked
package dev.cairn.benchmarks.profile;

import org.jspecify.annotations.NullMarked;
