package dev.cairn.codec.schema;

import java.util.List;

/** The definition of a user's type in a schema. Immutable; {@code toString} is its canonical line. */
public sealed interface Definition {
    /** {@return the binary name of the class, with type arguments if it is generic} */
    String name();

    /** {@return whether only a class can read the values: that of a codec, or their own} */
    default boolean needsClass() {
        return this instanceof Custom || this instanceof Opaque;
    }

    /**
     * {@return whether both are of one kind, and of one codec where that is the user's: values of one can be stored values of the other}
     *
     * @param other the definition to compare with; its name does not count
     */
    default boolean isStoredLike(Definition other) {
        return this instanceof Custom custom && other instanceof Custom that
                ? custom.id().equals(that.id())
                : getClass() == other.getClass();
    }

    /**
     * A record or a plain class.
     *
     * @param name the name of the class
     * @param fields its stored fields, in the order of the payload
     */
    record Struct(String name, List<Field> fields) implements Definition {
        /**
         * Copies the list.
         *
         * @param name the name of the class
         * @param fields its stored fields, in the order of the payload
         */
        public Struct {
            fields = List.copyOf(fields);
        }

        @Override
        public String toString() {
            return SchemaText.struct(this);
        }
    }

    /**
     * A stored field.
     *
     * @param name its name
     * @param type its type
     */
    record Field(String name, SchemaType type) {}

    /**
     * An enum. Values are stored as indexes into {@code constants}.
     *
     * @param name the name of the enum
     * @param constants the names of its constants, in order
     */
    record Enumeration(String name, List<String> constants) implements Definition {
        /**
         * Copies the list.
         *
         * @param name the name of the enum
         * @param constants the names of its constants, in order
         */
        public Enumeration {
            constants = List.copyOf(constants);
        }

        @Override
        public String toString() {
            return SchemaText.names("enum", name, constants);
        }
    }

    /**
     * A sealed interface or class. Values are stored as an index into {@code permitted}, then as that type.
     *
     * @param name the name of the sealed type
     * @param permitted its subtypes, each defined in the same schema
     */
    record Sealed(String name, List<String> permitted) implements Definition {
        /**
         * Copies the list.
         *
         * @param name the name of the sealed type
         * @param permitted its subtypes, each defined in the same schema
         */
        public Sealed {
            permitted = List.copyOf(permitted);
        }

        @Override
        public String toString() {
            return SchemaText.classes("sealed", name, permitted);
        }
    }

    /**
     * A class with the user's own codec. Only that codec can read the bytes.
     *
     * @param name the name of the class
     * @param id the id of the codec
     */
    record Custom(String name, String id) implements Definition {
        @Override
        public String toString() {
            return SchemaText.names("custom", name, List.of(id));
        }
    }

    /**
     * A class that is stored with reflection. The bytes can be read only with the class itself.
     *
     * @param name the name of the class
     * @param format {@code kryo} or {@code java}
     * @param classes the classes that may occur in a value, in the order of their ids
     */
    record Opaque(String name, String format, List<String> classes) implements Definition {
        /**
         * Copies the list.
         *
         * @param name the name of the class
         * @param format {@code kryo} or {@code java}
         * @param classes the classes that may occur in a value, in the order of their ids
         */
        public Opaque {
            classes = List.copyOf(classes);
        }

        @Override
        public String toString() {
            return SchemaText.classes("opaque-" + format, name, classes);
        }
    }
}
