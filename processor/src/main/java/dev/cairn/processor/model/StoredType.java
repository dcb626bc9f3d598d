package dev.cairn.processor.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a type are stored: an expression over the codecs of {@code dev.cairn.codec.Codecs} and over the
 * {@linkplain StoredDefinition definitions} of the flow. Immutable.
 */
public sealed interface StoredType {
    /**
     * What the codec reads and writes: the type as declared, but each wildcard replaced by its bound. Primitive where
     * the declared type is.
     */
    JavaType type();

    /**
     * A type with a codec of its own in the runtime.
     *
     * @param owner the class that has the codec
     * @param constant the name of the codec there
     */
    record BuiltIn(ClassRef owner, String constant, JavaType type) implements StoredType {
        private static final ClassRef CODECS = ClassRef.of("dev.cairn.codec", "Codecs");

        /** A type whose codec is in {@code Codecs}. */
        public BuiltIn(String constant, JavaType type) {
            this(CODECS, constant, type);
        }
    }

    /**
     * A collection, map or {@code Optional}.
     *
     * @param factory the method of {@code Codecs} that makes its codec from those of {@code arguments}
     * @param arguments what is in it, in the order of the type arguments
     */
    record Container(String factory, List<StoredType> arguments, JavaType type) implements StoredType {
        /** Copies the list. */
        public Container {
            arguments = List.copyOf(arguments);
        }
    }

    /** A {@code Map.Entry}. */
    record Entry(StoredType key, StoredType value, JavaType type) implements StoredType {}

    /** An array of references. */
    record ReferenceArray(StoredType component, JavaType type) implements StoredType {}

    /** A type of the user's, whose definition the flow has under this type. */
    record Named(JavaType.Declared type) implements StoredType {
        // Written out: those of a record are linked when they are first called, which takes longer than all calls of a
        // compilation.
        @Override
        public boolean equals(@Nullable Object object) {
            return object instanceof Named other && type.equals(other.type);
        }

        @Override
        public int hashCode() {
            return type.hashCode();
        }
    }

    /** {@code Object}: a value of any type that is built in or that a definition of the flow describes. */
    record Any(JavaType type) implements StoredType {}

    /**
     * What a codec with its own bytes stores.
     *
     * @param codec the codec
     */
    record Custom(ClassRef codec, JavaType type) implements StoredType {}

    /**
     * What a converter stores.
     *
     * @param codec the converter, with its type arguments
     * @param form how its stored form is stored
     */
    record Converted(JavaType.Declared codec, StoredType form, JavaType type) implements StoredType {}

    /**
     * What {@code @Opaque} on a field stores, and on a type by its definition.
     *
     * @param allowed the classes that it names
     * @param allowedNames the binary names of classes that it cannot name as classes
     */
    record Opaque(List<ClassRef> allowed, List<String> allowedNames, JavaType type) implements StoredType {
        /** Copies the lists. */
        public Opaque {
            allowed = List.copyOf(allowed);
            allowedNames = List.copyOf(allowedNames);
        }

        /** The binary names of all classes that are allowed. */
        public List<String> binaryNames() {
            return Stream.concat(allowed.stream().map(ClassRef::binaryName), allowedNames.stream())
                    .distinct()
                    .toList();
        }
    }

    /** Values of this type cannot be stored, for at least one reason. */
    record Unstorable(List<Obstacle> obstacles, JavaType type) implements StoredType {
        /** Copies the list. */
        public Unstorable {
            obstacles = List.copyOf(obstacles);
        }
    }

    /**
     * Why a value cannot be stored.
     *
     * @param path the path from the artifact to what is in the way, such as {@code boxes -> Box.worker: Thread}
     * @param reason one sentence on why
     * @param fix one sentence on how to go on
     */
    record Obstacle(String path, String reason, String fix) {}

    /** A type that mentions, itself or in what it is made of, a type that does not exist, or not yet. */
    record Unresolved(JavaType.Unresolved type) implements StoredType {}
}
