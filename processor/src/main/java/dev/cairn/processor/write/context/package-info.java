/** What all writers know of the flow that they write for: its names, the order of its steps, and the classes of the runtime. */
@NullMarked
package dev.cairn.processor.write.context;

import org.jspecify.annotations.NullMarked;
