package dev.cairn.runtime;

import dev.cairn.CairnException;
import dev.cairn.runtime.internal.Suggestions;
import java.util.Collection;

/** A requested artifact does not exist after a task. */
public final class AbsentArtifactException extends CairnException {
    private static final long serialVersionUID = 1;

    /** For an artifact of a task, whose name is that of its view. */
    public AbsentArtifactException(String artifact, String task) {
        super("artifact `" + artifact + "` does not exist after task " + task
                + ". If it may be absent, check has(..) first.");
    }

    /** For an artifact of a task; {@code others} are the names of the artifacts that exist, for a suggestion. */
    public AbsentArtifactException(String artifact, String task, Collection<String> others) {
        super("artifact `" + artifact + "` does not exist after task " + task + "."
                + Suggestions.didYouMean(artifact, others));
    }

    private AbsentArtifactException(String message) {
        super(message);
    }

    /** For a secret parameter of a run. */
    public static AbsentArtifactException secret(String parameter, String run) {
        return new AbsentArtifactException("parameter `" + parameter + "` of run " + run
                + " is secret, so its value is not stored. Only the steps of the run can read it.");
    }
}
