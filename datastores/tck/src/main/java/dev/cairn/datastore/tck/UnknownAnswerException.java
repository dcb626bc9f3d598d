package dev.cairn.datastore.tck;

import dev.cairn.CairnException;

/**
 * No answer came to a call of a service. It may have happened, it may happen yet, also twice, or never.
 */
public final class UnknownAnswerException extends CairnException {
    private static final long serialVersionUID = 1;

    UnknownAnswerException(String call) {
        super("no answer came to " + call + ": nobody knows whether it happened, or will");
    }
}
