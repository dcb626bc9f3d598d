package dev.cairn.runtime;

import dev.cairn.CairnException;

/** A stored artifact cannot be read as the type that the flow declares now. The cause says why. */
public final class UnreadableArtifactException extends CairnException {
    private static final long serialVersionUID = 1;

    private UnreadableArtifactException(String message) {
        super(message);
    }

    /**
     * A new exception: two artifacts are stored, and either may be the one that the flow declares as {@code artifact}.
     *
     * @param artifact the name in the flow
     * @param name one of the names in the run
     * @param other the other name in the run
     * @return the exception, to be thrown
     */
    public static UnreadableArtifactException storedTwice(String artifact, String name, String other) {
        return new UnreadableArtifactException(
                "artifact `" + artifact + "` cannot be read: `" + name + "` and `" + other
                        + "` are both stored, and @FormerNames does not say which of them it is; remove the former name that"
                        + " meant something else");
    }

    /**
     * For the artifact of a task.
     *
     * @param artifact the name of the artifact
     * @param task the path of the task
     * @param cause why the value cannot be read
     */
    public UnreadableArtifactException(String artifact, String task, RuntimeException cause) {
        super("artifact `" + artifact + "` of task " + task + " cannot be read: " + cause.getMessage(), cause);
    }
}
