package dev.cairn.samples.artifacts;

import dev.cairn.Flow;
import dev.cairn.Step;
import dev.cairn.runtime.TaskContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** External storage: what is too large for an artifact goes into the files of the run, streamed; the artifact is the key. */
@Flow
public class ExternalStorage {
    String dataKey;
    long lines;

    @Step(next = "end")
    void start(TaskContext task) {
        dataKey = "large_data";
        task.files().put(dataKey, output -> {
            PrintWriter writer = new PrintWriter(output, false, StandardCharsets.UTF_8);
            for (int i = 0; i < 200_000; i++) {
                writer.println("measurement " + i);
            }
            writer.flush();
        });
    }

    @Step
    void end(TaskContext task) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(task.files().open(dataKey), StandardCharsets.UTF_8))) {
            lines = reader.lines().count();
        }
    }
}
