package dev.cairn.runtime;

import dev.cairn.CairnException;
import dev.cairn.runtime.internal.PlainText;
import dev.cairn.runtime.internal.Suggestions;
import java.util.Collection;

/** A file was asked for that a run does not keep. */
public final class NoSuchFileKeyException extends CairnException {
    private static final long serialVersionUID = 1;

    /** For a run that keeps others. */
    public NoSuchFileKeyException(String key, String run, Collection<String> others) {
        super("run " + run + " has no file `" + PlainText.of(key) + "`." + Suggestions.didYouMean(key, others));
    }
}
