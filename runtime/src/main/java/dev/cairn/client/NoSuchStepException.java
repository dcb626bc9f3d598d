package dev.cairn.client;

import dev.cairn.CairnException;

/** The flow of a run does not have a requested step. The message names the steps that it has. */
public final class NoSuchStepException extends CairnException {
    private static final long serialVersionUID = 1;

    NoSuchStepException(String message) {
        super(message);
    }
}
