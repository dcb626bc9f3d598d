package dev.cairn.processor.read;

import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredDefinition;
import dev.cairn.processor.model.StoredType;
import dev.cairn.processor.model.StoredType.Obstacle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * Walks from an artifact through all that its values are made of, and finds what cannot be stored, each on its shortest path.
 */
final class ObstacleSearch {
    private final StoredTypeReader reader;
    private final List<StoredType> flowTypes;
    private final Queue<Place> places = new ArrayDeque<>();
    private final Set<JavaType.Declared> visited = new HashSet<>();
    private final List<Obstacle> obstacles = new ArrayList<>();
    private Optional<StoredType.Unresolved> unresolved = Optional.empty();

    /** A type on the way: {@code path} leads to the member that has it, or has it inside; {@code text} shows it as an end. */
    private record Place(String path, String text, StoredType stored) {
        static Place member(String path, JavaType type, StoredType stored) {
            return new Place(path, path + ": " + type, stored);
        }

        Place inside(StoredType content) {
            return new Place(path, text, content);
        }
    }

    private ObstacleSearch(StoredTypeReader reader, List<StoredType> flowTypes) {
        this.reader = reader;
        this.flowTypes = flowTypes;
    }

    /**
     * Returns {@code stored} if it can be stored, else the reason why not.
     *
     * @param name the artifact
     * @param type its type as declared
     * @param flowTypes how the types of {@code @Flow(types)} are stored, of which an {@code Object} may be
     */
    static StoredType check(
            String name, JavaType type, StoredType stored, StoredTypeReader reader, List<StoredType> flowTypes) {
        ObstacleSearch search = new ObstacleSearch(reader, flowTypes);
        search.places.add(Place.member(name, type, stored));
        while (!search.places.isEmpty()) {
            search.visit(search.places.remove());
        }
        if (search.unresolved.isPresent()) {
            return search.unresolved.get();
        }
        return search.obstacles.isEmpty() ? stored : new StoredType.Unstorable(search.obstacles, type);
    }

    private void visit(Place place) {
        StoredType stored = place.stored();
        if (stored instanceof StoredType.Named named) {
            StoredType result = reader.result(named.type());
            if (!result.equals(named)) {
                visit(place.inside(result));
            } else if (visited.add(named.type())) {
                visit(place, reader.definitions().get(named.type()));
            }
        } else if (stored instanceof StoredType.Container container) {
            container.arguments().forEach(argument -> visit(place.inside(argument)));
        } else if (stored instanceof StoredType.Entry entry) {
            visit(place.inside(entry.key()));
            visit(place.inside(entry.value()));
        } else if (stored instanceof StoredType.ReferenceArray array) {
            visit(place.inside(array.component()));
        } else if (stored instanceof StoredType.Any) {
            String path = place.path() + " -> @Flow(types)";
            flowTypes.forEach(type -> places.add(Place.member(path, type.type(), type)));
        } else if (stored instanceof StoredType.Unstorable unstorable) {
            unstorable.obstacles().forEach(obstacle -> obstacles.add(
                    new Obstacle(place.text(), obstacle.reason(), obstacle.fix())));
        } else if (stored instanceof StoredType.Unresolved missing && unresolved.isEmpty()) {
            unresolved = Optional.of(missing);
        }
    }

    private void visit(Place place, StoredDefinition definition) {
        if (definition instanceof StoredDefinition.Struct struct) {
            String owner = place.path() + " -> " + String.join(".", struct.type().name().simpleNames()) + ".";
            struct.fields().forEach(field -> places.add(
                    Place.member(owner + field.name(), field.type(), field.stored())));
        } else if (definition instanceof StoredDefinition.Sealed sealed) {
            sealed.subtypes().forEach(subtype -> places.add(
                    new Place(place.path(), place.path() + " -> " + subtype.type(), subtype)));
        }
    }
}
