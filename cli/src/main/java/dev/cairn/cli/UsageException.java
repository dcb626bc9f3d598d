package dev.cairn.cli;

import dev.cairn.CairnException;

/** The command line is wrong. The message says why, and how to fix it. */
final class UsageException extends CairnException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
