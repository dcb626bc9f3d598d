package dev.cairn.processor.report;

/** How sure a problem is. */
public enum Severity {
    /** Certainly wrong: the flow is not generated. */
    ERROR,
    /** Wrong on some path, maybe: {@code -Acairn.strict=true} makes it an error, {@code @SuppressWarnings} silences it. */
    WARNING,
    /** Good to know. */
    NOTE
}
