package dev.cairn.datastore;

/**
 * A failure as data, which can be read without the class of the exception. Immutable.
 *
 * @param type the class name of the exception
 * @param message its message, or the empty string
 * @param stackTrace its stack trace as text, without the frames of Cairn
 */
public record FailureRecord(String type, String message, String stackTrace) {}
