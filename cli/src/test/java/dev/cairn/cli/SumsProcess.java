package dev.cairn.cli;

import dev.cairn.engine.flows.FakeClock;
import dev.cairn.runtime.FlowMain;

/** The generated {@code main} of a flow, in a process of its own. */
final class SumsProcess {
    private SumsProcess() {}

    /** Arguments: those of the generated {@code main}. */
    public static void main(String[] arguments) {
        FlowMain.run(new Sums(new FakeClock()).flow(), arguments);
    }
}
