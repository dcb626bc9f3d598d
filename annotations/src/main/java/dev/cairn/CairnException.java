package dev.cairn;

/**
 * The root of all exceptions that Cairn throws on purpose. An invalid argument is an {@link IllegalArgumentException} instead. The
 * message says in one sentence what is wrong and where, and in one sentence how to fix it.
 */
public abstract class CairnException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message for the user. */
    protected CairnException(String message) {
        super(message);
    }

    /** With a message for the user, and the cause. */
    protected CairnException(String message, Throwable cause) {
        super(message, cause);
    }
}
