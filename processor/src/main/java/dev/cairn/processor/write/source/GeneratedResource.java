package dev.cairn.processor.write.source;

/**
 * A generated file that is no source.
 *
 * @param path its path in the output, with slashes
 * @param text its content, in ASCII, with {@code \n} at the end of each line
 */
public record GeneratedResource(String path, String text) {}
