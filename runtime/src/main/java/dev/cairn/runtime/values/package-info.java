/** The artifacts of tasks, stored or built by hand, and how they are loaded. */
@NullMarked
package dev.cairn.runtime.values;

import org.jspecify.annotations.NullMarked;
