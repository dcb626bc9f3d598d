package dev.cairn.runtime;

/**
 * A failure as data: what a flow that goes on after a failed step keeps of it. It is readable where the class of the
 * exception is unknown. Immutable.
 *
 * @param type the binary name of the exception's class
 * @param message its message, or the empty string
 * @param stackTrace its stack trace as text, with the user's own frames only
 */
public record Failure(String type, String message, String stackTrace) {}
