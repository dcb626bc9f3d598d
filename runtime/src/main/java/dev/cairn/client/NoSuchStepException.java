package dev.cairn.client;

/** A step was asked for that the flow of a run does not have. The message names those that it has. */
public final class NoSuchStepException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoSuchStepException(String message) {
        super(message);
    }
}
