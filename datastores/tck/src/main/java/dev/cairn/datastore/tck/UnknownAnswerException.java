package dev.cairn.datastore.tck;

import dev.cairn.CairnException;

/**
 * A call of a service got no answer. The call may have taken effect, or may still take effect, even twice, or never.
 */
public final class UnknownAnswerException extends CairnException {
    private static final long serialVersionUID = 1;

    UnknownAnswerException(String call) {
        super("no answer came to " + call + ": it may have taken effect, or may still do so");
    }
}
