package dev.cairn.processor.read;

/** Leaves the reading of a type as soon as it turns out that it cannot be stored. */
final class RefusedTypeException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    RefusedTypeException(Refusal refusal) {
        super(refusal.reason());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
