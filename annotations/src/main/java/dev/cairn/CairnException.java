package dev.cairn;

/**
 * What goes wrong in Cairn, or because of how it is used: the root of all exceptions that it throws on purpose, except for arguments
 * that no caller should pass, which are an {@link IllegalArgumentException}. The message says in one sentence what is wrong and where,
 * and in one how to mend it.
 */
public abstract class CairnException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message, which is for people. */
    protected CairnException(String message) {
        super(message);
    }

    /** With a message, which is for people, and with what caused it. */
    protected CairnException(String message, Throwable cause) {
        super(message, cause);
    }
}
