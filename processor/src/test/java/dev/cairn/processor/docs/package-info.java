/** Holds what the documentation says of the rules to what the compiler prints. */
@NullMarked
package dev.cairn.processor.docs;

import org.jspecify.annotations.NullMarked;
