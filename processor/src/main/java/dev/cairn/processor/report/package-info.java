/** How problems look, in which order they come, and where the compiler shows them. The only user of {@code Messager}. */
@NullMarked
package dev.cairn.processor.report;

import org.jspecify.annotations.NullMarked;
