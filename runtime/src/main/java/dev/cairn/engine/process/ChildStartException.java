package dev.cairn.engine.process;

import dev.cairn.CairnException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** A process ended before it could run anything. */
public final class ChildStartException extends CairnException {
    private static final long serialVersionUID = 1;
    private static final int SIGNALLED = 128;
    private static final int LINES = 3;

    private final String how;
    private final boolean signalled;

    private ChildStartException(String how, boolean signalled) {
        super("a process for tasks could not be started: " + how);
        this.how = how;
        this.signalled = signalled;
    }

    static ChildStartException of(int status, List<String> output, List<String> errors) {
        boolean signalled = status > SIGNALLED;
        return new ChildStartException(
                signalled ? ProcessDeath.text(status, output) : "its exit status is " + status + said(output, errors),
                signalled);
    }

    static ChildStartException of(IOException refusal) {
        String message = String.valueOf(refusal.getMessage());
        return new ChildStartException(message + (message.endsWith(".") ? "" : "."), false);
    }

    /** How it ended, as sentences. */
    String how() {
        return how;
    }

    private static String said(List<String> output, List<String> errors) {
        List<String> lines = Stream.concat(errors.stream(), output.stream())
                .filter(line -> !line.isBlank())
                .limit(LINES)
                .map(line -> line.strip().replaceFirst("\\.$", ""))
                .toList();
        return (lines.isEmpty() ? "." : ", and it said: " + String.join("; ", lines) + ".") + " Check its options.";
    }

    /** Whether somebody killed it, so that another one may live. */
    public boolean signalled() {
        return signalled;
    }
}
