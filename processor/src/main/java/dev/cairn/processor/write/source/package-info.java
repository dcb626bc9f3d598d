/** How Java source is put together: names, literals, lists that are cut where methods would grow too long, and the text of a file. */
@NullMarked
package dev.cairn.processor.write.source;

import org.jspecify.annotations.NullMarked;
