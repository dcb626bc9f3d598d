package dev.cairn;

/**
 * The root of all exceptions that Cairn throws on purpose. An invalid argument is an {@link IllegalArgumentException} instead. The
 * message says in one sentence what is wrong and where, and in one sentence how to fix it.
 */
public abstract class CairnException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Without a cause.
     *
     * @param message what is wrong and where, and how to fix it, in words for the user
     */
    protected CairnException(String message) {
        super(message);
    }

    /**
     * With the exception that led to this one.
     *
     * @param message what is wrong and where, and how to fix it, in words for the user
     * @param cause the exception that led to this one
     */
    protected CairnException(String message, Throwable cause) {
        super(message, cause);
    }
}
