package dev.cairn.runtime;

import dev.cairn.CairnException;

/** A switch has no next step: its artifact is absent or null, no case has its value, or a loop reached its limit of iterations. */
public final class SwitchException extends CairnException {
    private static final long serialVersionUID = 1;

    /**
     * With a message for the user.
     *
     * @param message which step has no next one, and why
     */
    public SwitchException(String message) {
        super(message);
    }
}
