package dev.cairn.engine;

import dev.cairn.datastore.FailureRecord;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Failures as data. */
final class Failures {
    private Failures() {}

    static FailureRecord record(Throwable failure) {
        String message = failure.getMessage();
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return new FailureRecord(failure.getClass().getName(), message == null ? "" : message, text.toString());
    }
}
