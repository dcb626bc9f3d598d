package dev.cairn.processor.read;

import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredDefinition;
import dev.cairn.processor.model.StoredType;
import dev.cairn.processor.model.StoredType.Obstacle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * Walks from an artifact through all that its values are made of, and finds what cannot be stored, each on its shortest
 * path. Types that one search found in order the next ones pass over.
 */
final class ObstacleSearch {
    private final StoredTypeReader reader;
    private final List<StoredType> flowTypes;
    private final Set<JavaType.Declared> sound = new HashSet<>();
    private final Queue<Place> places = new ArrayDeque<>();
    private final Set<JavaType.Declared> visited = new HashSet<>();
    private final List<Obstacle> obstacles = new ArrayList<>();
    private Optional<StoredType.Unresolved> unresolved = Optional.empty();

    /**
     * A type on the path.
     *
     * @param from the place before it
     * @param name the member that has the type, or has it inside
     * @param end how the path goes on where it ends here
     */
    private record Place(Optional<Place> from, String name, String end, StoredType stored) {
        static Place member(Optional<Place> from, String name, JavaType type, StoredType stored) {
            return new Place(from, name, ": " + type, stored);
        }

        Place inside(StoredType content) {
            return new Place(from, name, end, content);
        }

        Place as(StoredType subtype) {
            return new Place(from, name, " -> " + subtype.type(), subtype);
        }

        String path() {
            return from.map(place -> place.path() + " -> ").orElse("") + name;
        }
    }

    /**
     * A search for a flow.
     *
     * @param flowTypes how the types of {@code @Flow(types)} are stored, of which an {@code Object} may be
     */
    ObstacleSearch(StoredTypeReader reader, List<StoredType> flowTypes) {
        this.reader = reader;
        this.flowTypes = flowTypes;
    }

    /**
     * Returns {@code stored} if it can be stored, else the reason why not.
     *
     * @param name the artifact
     * @param type its type as declared
     */
    StoredType check(String name, JavaType type, StoredType stored) {
        visited.clear();
        obstacles.clear();
        unresolved = Optional.empty();
        places.add(Place.member(Optional.empty(), name, type, stored));
        while (!places.isEmpty()) {
            visit(places.remove());
        }
        if (unresolved.isPresent()) {
            return unresolved.get();
        } else if (!obstacles.isEmpty()) {
            return new StoredType.Unstorable(obstacles, type);
        }
        sound.addAll(visited);
        return stored;
    }

    /** Whether a named type is part of something that was checked and can be stored. */
    boolean isSound(JavaType.Declared type) {
        return sound.contains(type);
    }

    private void visit(Place place) {
        StoredType stored = place.stored();
        if (stored instanceof StoredType.Named named) {
            visit(place, named);
        } else if (stored instanceof StoredType.Container container) {
            container.arguments().forEach(argument -> visit(place.inside(argument)));
        } else if (stored instanceof StoredType.Entry entry) {
            visit(place.inside(entry.key()));
            visit(place.inside(entry.value()));
        } else if (stored instanceof StoredType.ReferenceArray array) {
            visit(place.inside(array.component()));
        } else if (stored instanceof StoredType.Converted converted) {
            String codec = String.join(".", converted.codec().name().simpleNames());
            places.add(next(place, codec, converted.form().type(), converted.form()));
        } else if (stored instanceof StoredType.Any) {
            flowTypes.forEach(type -> places.add(next(place, "@Flow(types)", type.type(), type)));
        } else if (stored instanceof StoredType.Unstorable unstorable) {
            visit(place, unstorable);
        } else if (stored instanceof StoredType.Unresolved missing && unresolved.isEmpty()) {
            unresolved = Optional.of(missing);
        }
    }

    /** Tells why not, and looks further for what else is in the way. */
    private void visit(Place place, StoredType.Unstorable unstorable) {
        unstorable
                .obstacles()
                .forEach(obstacle ->
                        obstacles.add(new Obstacle(place.path() + place.end(), obstacle.reason(), obstacle.fix())));
        if (unstorable.type() instanceof JavaType.Declared type && visited.add(type)) {
            reader.refused(type).ifPresent(struct -> visit(place, struct));
        }
    }

    private void visit(Place place, StoredType.Named named) {
        StoredType result = reader.result(named.type());
        if (!result.equals(named)) {
            if (!visited.contains(named.type())) {
                visit(place.inside(result)); // the type holds itself, and turned out to be unstorable after it was met
            }
        } else if (!sound.contains(named.type()) && visited.add(named.type())) {
            visit(place, Objects.requireNonNull(reader.definitions().get(named.type())));
        }
    }

    private void visit(Place place, StoredDefinition definition) {
        if (definition instanceof StoredDefinition.Struct struct) {
            String owner = String.join(".", struct.type().name().simpleNames()) + ".";
            struct.fields()
                    .forEach(field -> places.add(next(place, owner + field.name(), field.type(), field.stored())));
        } else if (definition instanceof StoredDefinition.Sealed sealed) {
            sealed.subtypes().forEach(subtype -> places.add(place.as(subtype)));
        }
    }

    private static Place next(Place place, String name, JavaType type, StoredType stored) {
        return Place.member(Optional.of(place), name, type, stored);
    }
}
