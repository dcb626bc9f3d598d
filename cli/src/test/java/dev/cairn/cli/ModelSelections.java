package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;

import com.acme.LearningRates;
import dev.cairn.codec.Codecs;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The flow of the pages on commands. */
final class ModelSelections {
    private ModelSelections() {}

    /** Trains a model for each rate; with a rate of 5 and more it fails. */
    static TestFlow<LearningRates> flow() {
        return TestFlow.of("ModelSelection", LearningRates.class, LearningRates::new)
                .documentation("Trains a model for each learning rate, and keeps the best one.")
                .field(
                        ArtifactDefinition.parameter("rates", "List<Double>", Codecs.list(Codecs.BOXED_DOUBLE))
                                .help("learning rates to try"),
                        flow -> flow.rates,
                        (flow, value) -> flow.rates = value)
                .artifact(
                        "candidates",
                        "List<Double>",
                        Codecs.list(Codecs.BOXED_DOUBLE),
                        flow -> flow.candidates,
                        (flow, value) -> flow.candidates = value)
                .artifact(
                        "accuracy",
                        "double",
                        Codecs.DOUBLE,
                        flow -> flow.accuracy,
                        (flow, value) -> flow.accuracy = value)
                .artifact(
                        "scores",
                        "List<Score>",
                        Codecs.any(),
                        flow -> flow.scores,
                        (flow, value) -> flow.scores = value)
                .artifact("best", "double", Codecs.DOUBLE, flow -> flow.best, (flow, value) -> flow.best = value)
                .step(
                        foreach("start", "join", "candidates", Items.iterable(Codecs.BOXED_DOUBLE), "train")
                                .access(Access.nothing().reads("rates").mustAssign("candidates"))
                                .documentation("Takes the rates as they are given."),
                        (flow, task) -> {
                            flow.candidates = new ArrayList<>(flow.rates);
                        })
                .step(
                        linear("train", "join")
                                .retry(Retries.of(1))
                                .access(Access.nothing().mustAssign("accuracy"))
                                .documentation("Instead of hours of work."),
                        (flow, task) -> {
                            double rate = task.item("candidates");
                            if (rate >= 5) {
                                throw new IllegalStateException("diverged with rate " + rate);
                            }
                            flow.accuracy = Math.round(1000 * (1 - Math.abs(rate - 0.02))) / 1000.0;
                            task.context().log("accuracy " + flow.accuracy);
                        })
                .step(
                        linear("join", "end")
                                .join()
                                .access(Access.nothing().reads("rates").mustAssign("scores", "best")),
                        (flow, task) -> {
                            List<Map<String, Object>> scores = new ArrayList<>();
                            for (double rate : flow.rates) {
                                Map<String, Object> score = new LinkedHashMap<>();
                                score.put("rate", rate);
                                score.put("accuracy", Math.round(1000 * (1 - Math.abs(rate - 0.02))) / 1000.0);
                                scores.add(score);
                            }
                            flow.scores = scores;
                            flow.best = scores.stream()
                                    .mapToDouble(score -> (double) score.get("accuracy"))
                                    .max()
                                    .orElse(0);
                        })
                .step(end("end").access(Access.nothing().reads("best")), (flow, task) -> {
                    byte[] text = ("best accuracy: " + flow.best + "\n").getBytes(StandardCharsets.UTF_8);
                    task.context().files().put("report/summary.txt", output -> output.write(text));
                })
                .build();
    }
}
