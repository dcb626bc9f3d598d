package dev.cairn.runtime;

import dev.cairn.CairnException;
import dev.cairn.runtime.internal.Suggestions;
import java.util.Collection;

/** An artifact was asked for that does not exist after a task. */
public final class AbsentArtifactException extends CairnException {
    private static final long serialVersionUID = 1;

    /** For the artifact of a task, which is named as the view is. */
    public AbsentArtifactException(String artifact, String task) {
        super("artifact `" + artifact + "` does not exist after task " + task
                + ". Where it may be absent, ask has(..) before.");
    }

    /** For the artifact of a task that has others. */
    public AbsentArtifactException(String artifact, String task, Collection<String> others) {
        super("artifact `" + artifact + "` does not exist after task " + task + "."
                + Suggestions.didYouMean(artifact, others));
    }
}
