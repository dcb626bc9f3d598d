/** What the PostgreSQL store costs, beside what else keeps records of tasks there. */
@NullMarked
package dev.cairn.benchmarks.cloud;

import org.jspecify.annotations.NullMarked;
