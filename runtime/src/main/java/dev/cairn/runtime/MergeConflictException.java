package dev.cairn.runtime;

import dev.cairn.CairnException;

/** Branches disagree on artifacts that a join merges, or do not have one that it names. Nothing was merged. */
public final class MergeConflictException extends CairnException {
    private static final long serialVersionUID = 1;

    /** With a message that names each artifact once. */
    public MergeConflictException(String message) {
        super(message);
    }
}
