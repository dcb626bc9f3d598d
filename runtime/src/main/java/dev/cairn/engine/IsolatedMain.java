package dev.cairn.engine;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.engine.process.Connection;
import dev.cairn.engine.process.LifeLine;
import dev.cairn.engine.process.Message;
import dev.cairn.engine.run.ExitWatch;
import dev.cairn.engine.secret.Secrets;
import dev.cairn.engine.task.FailureRecords;
import dev.cairn.engine.task.RunGuard;
import dev.cairn.engine.task.RunningCalls;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.internal.HiddenTexts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The process in which isolated tasks run, one at a time: it opens the datastore itself, and commits what they leave. */
final class IsolatedMain {
    private static final int BROKEN = 70; // as EX_SOFTWARE of sysexits.h

    private final Connection parent;

    private IsolatedMain(Connection parent) {
        this.parent = parent;
    }

    /** The argument is the path of the socket at which the process of the run waits. */
    public static void main(String[] arguments) throws IOException {
        LifeLine.hold(ExitWatch::isExiting);
        new IsolatedMain(Connection.to(Path.of(arguments[0]))).serve();
        System.exit(0);
    }

    private void serve() throws IOException {
        Message first = parent.read();
        if (!(first instanceof Message.Attach attach)) {
            throw new IOException("the first message is " + first);
        }
        Datastore datastore;
        TaskRunner<?> runner;
        try {
            datastore = Datastore.of(attach.datastore());
            runner = newRunner(IsolatedFlows.find(attach.provider()), datastore, attach);
        } catch (RuntimeException | LinkageError e) {
            parent.send(new Message.Refused(FailureRecords.record(e, HiddenTexts.NONE)));
            awaitClose();
            return;
        }
        parent.send(new Message.Attached());
        serve(runner, attach.run());
        runner.close();
        datastore.close();
    }

    private void awaitClose() throws IOException {
        Message message = parent.read();
        while (message != null && !(message instanceof Message.Close)) {
            message = parent.read();
        }
    }

    private <F> TaskRunner<F> newRunner(FlowDefinition<F> definition, Datastore datastore, Message.Attach attach) {
        Secrets secrets = Secrets.ofEncoded(definition, attach.secrets(), definition::newFlow);
        RunSettings settings = RunSettings.standard()
                .withLargeArtifact(attach.largeArtifact())
                .withCaptureOutput(attach.captureOutput())
                .withOutput((path, line) -> parent.deliver(new Message.Line(path, line))); // it may be the last
        RunGuard guard = new RunGuard(failure -> {}, new RunningCalls.Listener() {
            @Override
            public void entered() {
                parent.send(new Message.Entered());
            }

            @Override
            public void left() {
                parent.send(new Message.Left());
            }
        });
        RunRecord run = requireRunning(datastore, attach.run());
        return RunRequest.stored(definition, datastore, run, settings, guard, () -> secrets)
                .newTaskRunner();
    }

    /** Reads the epoch of the owner before it looks whether that still owns the run: a run that is taken over ends in the same step. */
    private static RunRecord requireRunning(Datastore datastore, RunId run) {
        datastore.runs().counts(run);
        return datastore
                .runs()
                .find(run)
                .filter(record -> record.status() == RunStatus.RUNNING)
                .orElseThrow(() -> DatastoreException.fenced(run));
    }

    /** Runs what comes, on another thread, so that it can be stopped meanwhile. */
    private void serve(TaskRunner<?> runner, RunId run) throws IOException {
        BlockingQueue<Message.Run> units = new LinkedBlockingQueue<>();
        Thread worker = new Thread(() -> work(runner, run, units), "cairn-worker-1");
        worker.setDaemon(true);
        worker.start();
        for (Message message = parent.read(); message != null; message = parent.read()) {
            if (message instanceof Message.Run unit) {
                units.add(unit);
            } else if (message instanceof Message.Stop) {
                runner.stop();
            } else if (message instanceof Message.Close) {
                return;
            }
        }
    }

    private void work(TaskRunner<?> runner, RunId run, BlockingQueue<Message.Run> units) {
        try {
            while (true) {
                Message.Run next = units.take();
                TaskUnit unit = new TaskUnit(runner.flow(), run, next.task(), next.attempt(), next.parents());
                parent.deliver(new Message.Began()); // or it would begin again, should it end the process
                parent.send(new Message.Outcome(outcome(runner, unit)));
            }
        } catch (InterruptedException e) {
            Runtime.getRuntime().halt(BROKEN); // nobody does that
        }
    }

    private static TaskOutcome outcome(TaskRunner<?> runner, TaskUnit unit) {
        try {
            return runner.runAlone(unit);
        } catch (Throwable e) { // or else the other process would wait for ever
            return TaskOutcome.notStored(unit, e, HiddenTexts.NONE);
        }
    }
}
