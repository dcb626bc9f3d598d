package dev.cairn.engine.temporal;

/**
 * A worker cannot drive a run; another one may be able to. As an error it fails the workflow task and not the workflow, so the server
 * hands the task out again. The message is shown to whoever follows the run.
 */
final class RefusedTaskError extends Error {
    private static final long serialVersionUID = 1;

    RefusedTaskError(String message) {
        super(message);
    }
}
