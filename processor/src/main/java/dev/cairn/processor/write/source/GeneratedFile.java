package dev.cairn.processor.write.source;

import dev.cairn.processor.model.ClassRef;

/**
 * A generated source file.
 *
 * @param name the class in it
 * @param text the source, with {@code \n} at the end of each line
 */
public record GeneratedFile(ClassRef name, String text) {}
