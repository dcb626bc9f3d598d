/** How what tasks add to the report of their run is collected, and how it is stored. */
@NullMarked
package dev.cairn.runtime.report;

import org.jspecify.annotations.NullMarked;
