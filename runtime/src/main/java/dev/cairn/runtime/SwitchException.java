package dev.cairn.runtime;

import dev.cairn.CairnException;

/** A switch cannot choose: its artifact is absent or null, no case has its value, or it has led back as often as it may. */
public final class SwitchException extends CairnException {
    private static final long serialVersionUID = 1;

    /** With a message for the user. */
    public SwitchException(String message) {
        super(message);
    }
}
