/** What generated types and their members are called; read by the rules too, so it knows no compiler and no JavaPoet. */
@NullMarked
package dev.cairn.processor.name;

import org.jspecify.annotations.NullMarked;
