package com.acme;

import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Parameter;
import dev.cairn.Step;
import dev.cairn.runtime.TaskContext;
import java.util.Comparator;
import java.util.List;

/** Finds the warmest of several places. */
@Flow
class Warmest {
    record Reading(String place, double celsius) {}

    @Parameter(help = "the places to measure")
    List<String> places = List.of("harbour", "valley", "summit station");

    Reading reading;
    Reading warmest;

    @Step(next = "measure", foreach = "places")
    void start() {}

    /** Instead of asking a thermometer: a place with a long name is cold. */
    @Step(next = "choose")
    void measure(@Item String place) {
        reading = new Reading(place, 25 - place.length());
    }

    @Step(next = "end")
    void choose(WarmestArtifacts.ChooseInputs inputs) {
        warmest = inputs.stream()
                .map(measured -> measured.reading())
                .max(Comparator.comparingDouble(Reading::celsius))
                .orElseThrow();
    }

    @Step
    void end(TaskContext task) {
        task.log(warmest.place() + ": " + warmest.celsius() + " degrees");
    }
}
