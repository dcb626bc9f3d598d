package dev.cairn.processor.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The code of a flow, as far as it could be seen. Lives no longer than the round. Immutable.
 *
 * @param steps the steps, by name, in the order of the methods; of a step that is missing nothing is known
 * @param initialised the fields, artifacts and others, that have an initialiser or are assigned in every constructor
 * @param primitives the fields, artifacts and others, of a primitive type, which start from the default that Java gives them
 * @param assignments every place in a step, or in what it calls, that assigns an artifact, in the order in which they were found
 * @param staticAssignments every such place that assigns a static field of the flow that is not final
 * @param unknownMethods the calls, of those that leak {@code this}, of methods that nothing there could give, by their names
 * @param shared for each step, by name, which artifacts have something in common where it ends
 * @param secrets every place where a secret parameter gets into an artifact, in the order of the source
 * @param writtenDefaults the fields whose initialisers are written out in the source, other than null, zero, false and empty ones
 * @param unseen why nothing is known of any step, as one sentence without a full stop; empty where the code was seen
 */
public record FlowBodies(
        Map<String, StepBody> steps,
        Set<String> initialised,
        Set<String> primitives,
        List<FieldAccess> assignments,
        List<FieldAccess> staticAssignments,
        Map<Position, String> unknownMethods,
        Map<String, List<SharedValue>> shared,
        List<SecretUse> secrets,
        Set<String> writtenDefaults,
        Optional<String> unseen) {
    /** Copies the collections. */
    public FlowBodies {
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
        initialised = Set.copyOf(initialised);
        primitives = Set.copyOf(primitives);
        assignments = List.copyOf(assignments);
        staticAssignments = List.copyOf(staticAssignments);
        unknownMethods = Collections.unmodifiableMap(new LinkedHashMap<>(unknownMethods));
        shared = Map.copyOf(shared);
        secrets = List.copyOf(secrets);
        writtenDefaults = Set.copyOf(writtenDefaults);
    }

    /** Code in which every method is known, in whose steps no artifacts have anything in common, and that has no secrets. */
    public FlowBodies(
            Map<String, StepBody> steps,
            Set<String> initialised,
            Set<String> primitives,
            List<FieldAccess> assignments,
            List<FieldAccess> staticAssignments,
            Optional<String> unseen) {
        this(
                steps,
                initialised,
                primitives,
                assignments,
                staticAssignments,
                Map.of(),
                Map.of(),
                List.of(),
                Set.of(),
                unseen);
    }

    /** A flow whose code could not be seen. */
    public static FlowBodies unseen(String reason, Set<String> initialised) {
        return new FlowBodies(Map.of(), initialised, Set.of(), List.of(), List.of(), Optional.of(reason));
    }

    /** The code of a step. */
    public StepBody step(String name) {
        return steps.getOrDefault(name, StepBody.unknown());
    }

    /** What each step does with artifacts, for what is generated. */
    public Map<String, BodyModel> models() {
        return steps.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        step -> step.getValue().model(),
                        (first, second) -> first,
                        LinkedHashMap::new));
    }
}
