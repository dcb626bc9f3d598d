package dev.cairn.engine.process;

import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.TaskOutcome;
import java.util.List;
import java.util.Map;

/** What the process of a run and one of its tasks say to each other. */
public sealed interface Message {
    /**
     * To the child, first of all: whose tasks it will run.
     *
     * @param provider the class that provides the flow
     * @param datastore the URL of the datastore, which the child opens itself
     * @param run the run
     * @param secrets the encoded secret parameters that the run was given, by name of the field
     * @param largeArtifact the number of bytes above which an artifact is worth a word
     * @param captureOutput whether what steps write to the standard streams is output of their tasks
     */
    record Attach(
            String provider,
            String datastore,
            RunId run,
            Map<String, byte[]> secrets,
            long largeArtifact,
            boolean captureOutput)
            implements Message {
        /** It has secrets. */
        @Override
        public String toString() {
            return "Attach[" + run + "]";
        }
    }

    /** To the child: run this attempt. */
    record Run(TaskId task, int attempt, List<TaskId> parents) implements Message {}

    /** To the child: interrupt the step, and begin no other. */
    record Stop() implements Message {}

    /** To the child: end, in good order. */
    record Close() implements Message {}

    /** From the child: it is ready for tasks. */
    record Attached() implements Message {}

    /** From the child: it cannot run tasks of this run, and why. */
    record Refused(FailureRecord reason) implements Message {}

    /** From the child: it begins with the attempt. Only an attempt that has not begun may begin in another process. */
    record Began() implements Message {}

    /** From the child: it calls the method of the step now. */
    record Entered() implements Message {}

    /** From the child: the method of the step has returned. */
    record Left() implements Message {}

    /** From the child: a line of output, which is stored by the child. */
    record Line(String path, LogLine line) implements Message {}

    /** From the child: how the attempt ended; if it is stored, durably. */
    record Outcome(TaskOutcome outcome) implements Message {}
}
