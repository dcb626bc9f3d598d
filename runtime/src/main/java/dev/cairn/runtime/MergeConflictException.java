package dev.cairn.runtime;

import dev.cairn.CairnException;

/** Branches disagree on an artifact that a join merges, or none of them has an artifact that it names. Nothing was merged. */
public final class MergeConflictException extends CairnException {
    private static final long serialVersionUID = 1;

    /**
     * With a message for the user, which names each artifact once.
     *
     * @param message names each artifact once, with the branches
     */
    public MergeConflictException(String message) {
        super(message);
    }
}
