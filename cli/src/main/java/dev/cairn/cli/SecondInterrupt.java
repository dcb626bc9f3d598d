package dev.cairn.cli;

/** Lets a second Ctrl-C end the process at once: while shutdown hooks run, the virtual machine ignores it. */
final class SecondInterrupt {
    private SecondInterrupt() {}

    /** From now on, the next interrupt ends the process. */
    static void haltsTheProcess() {
        Signals.handle("INT", () -> Runtime.getRuntime().halt(ExitStatus.INTERRUPTED));
        Signals.handle("TERM", () -> Runtime.getRuntime().halt(ExitStatus.TERMINATED));
    }
}
