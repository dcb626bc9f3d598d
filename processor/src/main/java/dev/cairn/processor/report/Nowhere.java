package dev.cairn.processor.report;

import dev.cairn.processor.model.Position;

/** The position of what is about the compilation as a whole. */
public enum Nowhere implements Position {
    /** The only one. */
    COMPILATION
}
