package dev.cairn.runtime;

import dev.cairn.CairnException;
import dev.cairn.runtime.internal.PlainText;
import dev.cairn.runtime.internal.Suggestions;
import java.util.Collection;

/** A run has no file under a requested key. */
public final class NoSuchFileKeyException extends CairnException {
    private static final long serialVersionUID = 1;

    /**
     * For a key of a run.
     *
     * @param key the key that was asked for
     * @param run the path of the run
     * @param others the keys that exist, for a suggestion
     */
    public NoSuchFileKeyException(String key, String run, Collection<String> others) {
        super("run " + run + " has no file `" + PlainText.of(key) + "`." + Suggestions.didYouMean(key, others));
    }
}
