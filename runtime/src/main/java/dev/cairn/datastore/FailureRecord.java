package dev.cairn.datastore;

/**
 * A failure as data: it can be read where the exception's class is unknown.
 *
 * @param type the class name of the exception
 * @param message its message, or the empty string
 * @param stackTrace its stack trace as text, with the user's own frames only
 */
public record FailureRecord(String type, String message, String stackTrace) {}
