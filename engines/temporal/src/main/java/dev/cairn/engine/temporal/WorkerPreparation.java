package dev.cairn.engine.temporal;

import dev.cairn.engine.RunRequest;
import dev.cairn.runtime.definition.FlowDefinition;
import io.temporal.common.converter.DataConverter;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * What the first run that a worker takes up would wait for, done while the worker has nothing to do: the code of its flows is read, and what
 * writes and reads messages is loaded. Nothing depends on it.
 */
final class WorkerPreparation implements Runnable {
    private static final List<Object> MESSAGES = List.of(
            new ChainTask("", "", "", 0, List.of(), false, 0),
            new ChainOutcome("", 0, List.of(), ""),
            new SliceTask("", "", "", 0, 0, false, 0),
            new SliceOutcome(0, "", null, 0, "", 0),
            new RunTask("", "", null, null),
            Scope.ofRun("", "", "", false, Limits.STANDARD),
            new ScopeOutcome(null));

    private final List<? extends FlowDefinition<?>> flows;
    private final DataConverter converter;

    WorkerPreparation(List<? extends FlowDefinition<?>> flows, DataConverter converter) {
        this.flows = flows;
        this.converter = converter;
    }

    /** Begins, on a thread that keeps no process alive. */
    void begin() {
        Thread thread = new Thread(this, "cairn-worker-preparation");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            MESSAGES.forEach(this::pass);
            flows.forEach(RunRequest::readCode);
        } catch (RuntimeException | LinkageError e) { // whoever needs it is told
            LoggerFactory.getLogger(WorkerPreparation.class).debug("not all could be prepared", e);
        }
    }

    private void pass(Object message) {
        converter
                .toPayload(message)
                .ifPresent(payload -> converter.fromPayload(payload, message.getClass(), message.getClass()));
    }
}
