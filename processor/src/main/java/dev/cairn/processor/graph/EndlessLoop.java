package dev.cairn.processor.graph;

import dev.cairn.processor.model.StepModel;
import java.util.List;

/**
 * A loop that no path leaves, though a switch in it could. Immutable.
 *
 * @param steps its steps on the path from the first to the one that leads back; of several such, the last
 * @param chooses the last switch that could leave it
 */
public record EndlessLoop(List<String> steps, StepModel chooses) {}
