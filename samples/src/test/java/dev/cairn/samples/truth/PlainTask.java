package dev.cairn.samples.truth;

/** A step that runs on a plain object. Used by one thread. */
public final class PlainTask {
    private final String key;
    private final Trace trace;
    private final PlainFlow flow;
    private final int attempt;

    PlainTask(String key, Trace trace, PlainFlow flow, int attempt) {
        this.key = key;
        this.trace = trace;
        this.flow = flow;
        this.attempt = attempt;
    }

    int attempt() {
        return attempt;
    }

    void see(String artifact, String text) {
        trace.see(key, artifact, text);
        if (flow.lost.contains(artifact)) {
            trace.lost.add(artifact);
        }
    }
}
