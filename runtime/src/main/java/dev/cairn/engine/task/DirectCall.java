package dev.cairn.engine.task;

import dev.cairn.engine.task.RunningCalls.Call;

/** A call of a step method that may take as long as it likes. It is made on the thread of the task. */
record DirectCall(RunningCalls runningCalls, String task, Method method) implements StepCall {
    @Override
    public boolean call() throws Exception {
        Call call = runningCalls.enter(task);
        if (call == null) {
            return false;
        }
        try {
            method.call();
            return true;
        } finally {
            runningCalls.leave(call);
        }
    }

    @Override
    public boolean timedOut() {
        return false;
    }
}
