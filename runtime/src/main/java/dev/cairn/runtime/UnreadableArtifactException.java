package dev.cairn.runtime;

/** A stored artifact cannot become a value of the type that the flow declares today. The cause says why. */
public final class UnreadableArtifactException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** For the artifact of a task. */
    public UnreadableArtifactException(String artifact, String task, RuntimeException cause) {
        super("artifact `" + artifact + "` of task " + task + " cannot be read: " + cause.getMessage(), cause);
    }
}
