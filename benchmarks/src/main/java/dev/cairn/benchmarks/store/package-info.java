/** What the `file:` store costs, beside bare SQLite and bare files on the same disk. */
@NullMarked
package dev.cairn.benchmarks.store;

import org.jspecify.annotations.NullMarked;
