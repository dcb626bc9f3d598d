package dev.cairn.processor.lock;

import java.util.List;
import java.util.stream.Collectors;

/** A type as the lock file writes it, which is {@code toString}. Immutable. */
sealed interface LockedType {
    /** A type that the runtime has a codec for, by its simple name: {@code int}, {@code Integer}, {@code Instant}, {@code int[]}. */
    record Value(String name) implements LockedType {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A collection, map, {@code Map.Entry} or {@code Optional}, by its simple name. */
    record Container(String name, List<LockedType> arguments) implements LockedType {
        /** Copies the list. */
        public Container {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString() {
            return arguments.stream().map(LockedType::toString).collect(Collectors.joining(", ", name + "<", ">"));
        }
    }

    /** An array of references. */
    record ArrayOf(LockedType component) implements LockedType {
        @Override
        public String toString() {
            return component + "[]";
        }
    }

    /** {@code Object}. */
    record AnyObject() implements LockedType {
        @Override
        public String toString() {
            return TypeNames.OBJECT;
        }
    }

    /** A type of the user's, by the name that schemas give it: the binary name, with type arguments. */
    record Named(String name) implements LockedType {
        /** The name without type arguments. */
        String rawName() {
            return TypeNames.raw(name);
        }

        @Override
        public String toString() {
            return TypeNames.isTaken(name) ? "'" + name + "'" : name;
        }
    }

    /** What {@code @Codec} on a field stores: the binary name of the codec, and the name of the type. */
    record Custom(String codec, String type) implements LockedType {
        @Override
        public String toString() {
            return "@Codec(" + codec + ") " + type;
        }
    }

    /** What {@code @Opaque} on a field stores: the binary names of the classes that it allows, and the name of the type. */
    record Opaque(List<String> allowed, String type) implements LockedType {
        /** Copies the list. */
        public Opaque {
            allowed = List.copyOf(allowed);
        }

        @Override
        public String toString() {
            return "@Opaque(" + String.join(", ", allowed) + ") " + type;
        }
    }
}
