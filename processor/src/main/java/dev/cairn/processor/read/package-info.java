/** Reads flows: elements of the compiler become plain data, in which every value knows where it comes from. */
@NullMarked
package dev.cairn.processor.read;

import org.jspecify.annotations.NullMarked;
