package dev.cairn.samples.isolation;

import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A flow that writes the number of its process to a file, and waits for ever. */
@Flow
class Waiting {
    @Parameter
    String file = "";

    @Step(next = "end")
    void start() throws Exception {
        Path written = Path.of(file + ".new");
        Files.writeString(written, String.valueOf(ProcessHandle.current().pid()));
        Files.move(written, Path.of(file));
        new CountDownLatch(1).await();
    }

    @Step
    void end() {}
}
