package dev.cairn.samples.artifacts;

import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Step;
import java.util.List;

/** Internal artifacts: what Cairn itself notes of each task, under Metaflow's names and as typed methods of the client. */
@Flow
public class InternalArtifacts {
    List<String> cities;
    int length;
    int total;

    @Step(next = "measure", foreach = "cities")
    void start() {
        cities = List.of("Lima", "Reykjavik");
    }

    @Step(next = "join")
    void measure(@Item String city) {
        length = city.length();
    }

    @Step(next = "end")
    void join(InternalArtifactsArtifacts.JoinInputs inputs) {
        total = inputs.stream().mapToInt(measure -> measure.length()).sum();
    }

    @Step
    void end() {}
}
