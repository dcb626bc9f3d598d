package dev.cairn.runtime;

/**
 * A failure as data, for flows that continue after a failed step. It can be read without the class of the exception. Immutable.
 *
 * @param type the binary name of the exception's class
 * @param message its message, or the empty string
 * @param stackTrace its stack trace as text, without the frames of Cairn
 */
public record Failure(String type, String message, String stackTrace) {}
