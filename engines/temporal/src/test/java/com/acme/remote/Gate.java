package com.acme.remote;

import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;
import dev.cairn.runtime.TaskContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Makes a file to say that it runs, and goes on when there is another. */
@Flow
class Gate {
    @Parameter(help = "where the files are", required = true)
    Path directory;

    int attempts;

    @Step(next = "end")
    void start(TaskContext task) throws Exception {
        Files.createTempFile(directory, "running-" + ProcessHandle.current().pid() + "-", "");
        while (!Files.exists(directory.resolve("open"))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        attempts = task.attempt() + 1;
    }

    @Step
    void end() {}
}
