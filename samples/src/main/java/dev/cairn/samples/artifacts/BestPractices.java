package dev.cairn.samples.artifacts;

import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;
import dev.cairn.runtime.TaskContext;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Best practices: results on the way are artifacts too, under names that say what they are; what is very large is a file of
 * the run; credentials are neither, they are secret parameters, which come from the environment or a file.
 */
@Flow
public class BestPractices {
    @Parameter(secret = true, help = "who asks the weather service; anonymous without it")
    String accessToken;

    List<Double> cleanedTemperatures;
    String rawDataKey;
    double meanTemperature;

    @Step(next = "average")
    void start(TaskContext task) {
        String download = download(accessToken == null ? "anonymous" : accessToken);
        rawDataKey = "raw_temperatures";
        task.files().put(rawDataKey, output -> output.write(download.getBytes(StandardCharsets.UTF_8)));
        cleanedTemperatures = download.lines()
                .filter(line -> !line.isBlank())
                .map(Double::valueOf)
                .toList();
    }

    @Step(next = "end")
    void average() {
        meanTemperature = cleanedTemperatures.stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    @Step
    void end() {}

    /** Stands for a service that asks who is there. */
    private static String download(String accessToken) {
        return accessToken.isEmpty() ? "" : "21.5\n\n19.5\n22.0\n";
    }
}
