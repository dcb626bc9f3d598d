package dev.cairn.runtime;

import dev.cairn.CairnException;
import dev.cairn.runtime.internal.Suggestions;
import java.util.Collection;

/** A requested artifact does not exist after a task. */
public final class AbsentArtifactException extends CairnException {
    private static final long serialVersionUID = 1;

    /**
     * For an artifact whose name is that of a view.
     *
     * @param artifact the name of the artifact
     * @param task the path of the task, or what is known of it
     */
    public AbsentArtifactException(String artifact, String task) {
        super("artifact `" + artifact + "` does not exist after task " + task
                + ". If it may be absent, check has(..) first.");
    }

    /**
     * For an artifact whose name is a text of the user.
     *
     * @param artifact the name that was asked for
     * @param task the path of the task
     * @param others the names of the artifacts that exist, for a suggestion
     */
    public AbsentArtifactException(String artifact, String task, Collection<String> others) {
        super("artifact `" + artifact + "` does not exist after task " + task + "."
                + Suggestions.didYouMean(artifact, others));
    }

    private AbsentArtifactException(String message) {
        super(message);
    }

    /**
     * For a secret parameter of a run.
     *
     * @param parameter the name of the parameter
     * @param run the path of the run
     * @return the exception, to be thrown
     */
    public static AbsentArtifactException secret(String parameter, String run) {
        return new AbsentArtifactException("parameter `" + parameter + "` of run " + run
                + " is secret, so its value is not stored. Only the steps of the run can read it.");
    }
}
