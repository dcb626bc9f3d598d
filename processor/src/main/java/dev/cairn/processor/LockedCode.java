package dev.cairn.processor;

import dev.cairn.processor.lock.Place;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.InitialValue;
import dev.cairn.processor.model.Position;
import dev.cairn.processor.model.SchemaName;
import dev.cairn.processor.model.StoredDefinition;
import dev.cairn.processor.model.StoredPaths;
import dev.cairn.processor.read.SourcePlaces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Answers, from the code of a round, what the names in the lock file are. Lives no longer than the round. */
final class LockedCode {
    private final Elements elements;
    private final SourcePlaces places;
    private final Function<VariableElement, InitialValue> initialValues;
    private final Map<String, FlowModel> flows = new HashMap<>();
    private final Map<String, StoredPaths.Found> types = new HashMap<>();

    LockedCode(
            Elements elements,
            SourcePlaces places,
            Function<VariableElement, InitialValue> initialValues,
            List<FlowModel> compiled) {
        this.elements = elements;
        this.places = places;
        this.initialValues = initialValues;
        for (FlowModel flow : compiled) {
            flows.put(flow.flowClass().binaryName(), flow);
            StoredPaths.of(flow)
                    .forEach(found ->
                            types.putIfAbsent(SchemaName.of(found.definition().type()), found));
        }
    }

    /** Whether there is a class, in the sources or on the class path. */
    boolean exists(String binaryName) {
        return elements.getTypeElement(binaryName.replace('$', '.')) != null;
    }

    /** What a class makes of a primitive field that is not stored. */
    InitialValue initialValue(String type, String field) {
        StoredPaths.Found found = types.get(type);
        if (found == null || !(found.definition() instanceof StoredDefinition.Struct struct)) {
            return InitialValue.UNKNOWN;
        }
        if (struct.constructor().fields().contains(field)) {
            return InitialValue.NONE;
        }
        boolean set = struct.fields().stream()
                .filter(candidate -> candidate.name().equals(field))
                .allMatch(candidate -> candidate.write().orElseThrow().manner() == StoredDefinition.Manner.SET);
        return !set
                ? InitialValue.GIVEN // the class itself makes what a final field holds
                : places.field(struct.type().name(), field).map(initialValues).orElse(InitialValue.UNKNOWN);
    }

    /** Where something stands: in its own source or, where that is not compiled, in the flow that stores it. */
    Position position(Place place) {
        StoredPaths.@Nullable Found found = types.get(place.owner());
        if (place.kind() == Place.OwnerKind.TYPE && found != null) {
            ClassRef type = found.definition().type().name();
            return places.of(type, place.member()).orElse(found.artifact().position());
        }
        FlowModel flow = flows.get(place.owner());
        if (flow == null) {
            throw new IllegalArgumentException(place + " is not of this round");
        }
        return place.member()
                .flatMap(flow::artifact)
                .map(ArtifactModel::position)
                .orElse(flow.position());
    }

    /** The path from an artifact to a type; empty if it is about a flow. */
    Optional<String> path(Place place) {
        return Optional.ofNullable(types.get(place.owner()))
                .filter(found -> place.kind() == Place.OwnerKind.TYPE)
                .map(StoredPaths.Found::path);
    }
}
