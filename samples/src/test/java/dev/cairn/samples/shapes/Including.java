package dev.cairn.samples.shapes;

import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;
import dev.cairn.runtime.IncludedFile;
import dev.cairn.runtime.TaskContext;
import java.io.IOException;
import java.io.InputStream;

/** Takes a file in, works on it as a file of the run, and hands the result on as an artifact. */
@Flow
class Including {
    @Parameter(help = "what to count")
    IncludedFile data = IncludedFile.ofText("default.txt", "one\ntwo\n");

    String key;
    IncludedFile result;

    @Step(next = "end")
    void start(TaskContext task) {
        key = "copy of " + data.name();
        task.files().put(key, output -> data.open().transferTo(output));
    }

    @Step
    void end(TaskContext task) throws IOException {
        try (InputStream copy = task.files().open(key)) {
            long lines = new String(copy.readAllBytes()).lines().count();
            result = IncludedFile.ofText(
                    "count.txt", lines + " lines, " + task.files().size(key) + " bytes");
        }
    }
}
