package dev.cairn.processor.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Finds the named types of which the artifacts of a flow are made, each on its shortest path from the first artifact that has it. */
public final class StoredPaths {
    private final Map<JavaType, StoredDefinition> definitions = new HashMap<>();
    private final Map<JavaType, Found> found = new LinkedHashMap<>();
    private final Queue<Place> open = new ArrayDeque<>();

    /**
     * A named type.
     *
     * @param artifact an artifact that has it
     * @param path the path to it: {@code boxes -> Box.lid: Lid}
     */
    public record Found(StoredDefinition definition, ArtifactModel artifact, String path) {}

    private record Place(
            ArtifactModel artifact, String path, @Nullable JavaType declared, StoredType stored) {}

    private StoredPaths(FlowModel flow) {
        flow.definitions().forEach(definition -> definitions.put(definition.type(), definition));
        for (ArtifactModel artifact : flow.artifacts()) {
            open.add(new Place(artifact, artifact.name(), artifact.type(), artifact.stored()));
        }
        while (!open.isEmpty()) {
            visit(open.remove());
        }
    }

    /** The types, in the order in which they are met. */
    public static List<Found> of(FlowModel flow) {
        return List.copyOf(new StoredPaths(flow).found.values());
    }

    private void visit(Place place) {
        StoredDefinition definition = definitions.get(place.stored().type());
        if (definition != null && !found.containsKey(definition.type())) {
            String path = place.path() + (place.declared() == null ? "" : ": " + place.declared());
            found.put(definition.type(), new Found(definition, place.artifact(), path));
            visitParts(definition, place);
        } else if (place.stored() instanceof StoredType.Any) {
            definitions.values().stream()
                    .filter(type -> !found.containsKey(type.type()))
                    .sorted(Comparator.comparing(type -> type.type().toString()))
                    .forEach(type ->
                            open.add(next(place, "@Flow(types)", type.type(), new StoredType.Named(type.type()))));
        }
        inside(place.stored())
                .forEach(stored -> open.add(new Place(place.artifact(), place.path(), place.declared(), stored)));
    }

    private void visitParts(StoredDefinition definition, Place place) {
        if (definition instanceof StoredDefinition.Struct struct) {
            String owner = String.join(".", struct.type().name().simpleNames()) + ".";
            struct.fields().forEach(field -> open.add(next(place, owner + field.name(), field.type(), field.stored())));
        } else if (definition instanceof StoredDefinition.Sealed sealed) {
            sealed.subtypes()
                    .forEach(subtype -> open.add(next(place, subtype.type().toString(), null, subtype)));
        }
    }

    private static Place next(Place place, String name, @Nullable JavaType declared, StoredType stored) {
        return new Place(place.artifact(), place.path() + " -> " + name, declared, stored);
    }

    private static List<StoredType> inside(StoredType stored) {
        List<StoredType> inside = new ArrayList<>();
        if (stored instanceof StoredType.Container container) {
            inside.addAll(container.arguments());
        } else if (stored instanceof StoredType.Entry entry) {
            inside.addAll(List.of(entry.key(), entry.value()));
        } else if (stored instanceof StoredType.ReferenceArray array) {
            inside.add(array.component());
        } else if (stored instanceof StoredType.Converted converted) {
            inside.add(converted.form());
        }
        return inside;
    }
}
