package dev.cairn.client;

import dev.cairn.CairnException;

/** A step was asked for that the flow of a run does not have. The message names those that it has. */
public final class NoSuchStepException extends CairnException {
    private static final long serialVersionUID = 1;

    NoSuchStepException(String message) {
        super(message);
    }
}
