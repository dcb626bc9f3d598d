/** What a walk finds: reads, assignments, changes in place and merges of fields, and what holds at a place of a body. */
@NullMarked
package dev.cairn.processor.body.effect;

import org.jspecify.annotations.NullMarked;
