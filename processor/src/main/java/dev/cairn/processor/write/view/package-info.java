/** Writes {@code FArtifacts}: typed views of finished tasks, and the inputs of joins. */
@NullMarked
package dev.cairn.processor.write.view;

import org.jspecify.annotations.NullMarked;
