package dev.cairn.cli;

import dev.cairn.CairnException;

/** The command line makes no sense. The message says why, and what would. */
final class UsageException extends CairnException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
