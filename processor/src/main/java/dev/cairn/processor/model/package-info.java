/** What the processor knows of a flow, as plain data: no element, type mirror or tree of the compiler. */
@NullMarked
package dev.cairn.processor.model;

import org.jspecify.annotations.NullMarked;
