/** What a flow is, as the processor writes it down. */
@NullMarked
package dev.cairn.runtime.definition;

import org.jspecify.annotations.NullMarked;
