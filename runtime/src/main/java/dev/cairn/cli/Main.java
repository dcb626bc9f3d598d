package dev.cairn.cli;

import dev.cairn.runtime.FlowDefinition;

/** The command line of flows. */
public final class Main {
    private Main() {}

    /** The command line of one flow, for generated code: runs what {@code args} say and ends the process. */
    public static void run(FlowDefinition<?> definition, String... args) {
        throw new UnsupportedOperationException();
    }

    /** The command line of all flows on the class path. */
    public static void main(String[] args) {
        throw new UnsupportedOperationException();
    }
}
