package dev.cairn.codec.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type in a schema. Immutable; {@code toString} is its canonical text. */
public sealed interface SchemaType {
    /**
     * One of Cairn's own types, without parts.
     *
     * @param name such as {@code i32}, {@code string} or {@code instant}
     * @param nullable whether it is the box of a primitive, written {@code i32?}; false for every other type
     */
    record Scalar(String name, boolean nullable) implements SchemaType {
        /** Written out: the virtual machine would make that of a record when it is first called, which takes a short process too long. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Scalar scalar && nullable == scalar.nullable && name.equals(scalar.name);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + Boolean.hashCode(nullable);
        }

        @Override
        public String toString() {
            return nullable ? name + "?" : name;
        }
    }

    /**
     * One of Cairn's own types, with other types as parts.
     *
     * @param name such as {@code list} or {@code map}
     * @param arguments the types of its parts
     */
    record Parametric(String name, List<SchemaType> arguments) implements SchemaType {
        /**
         * Copies the list.
         *
         * @param name such as {@code list} or {@code map}
         * @param arguments the types of its parts
         */
        public Parametric {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString() {
            return SchemaText.parametric(this);
        }
    }

    /**
     * A user's type, which the schema defines.
     *
     * @param name the binary name of the class; for a generic class with type arguments, such as {@code com.acme.Pair<string,i32>}
     */
    record Named(String name) implements SchemaType {
        /** {@return the name without type arguments} */
        public String rawName() {
            int arguments = name.indexOf('<');
            return arguments < 0 ? name : name.substring(0, arguments);
        }

        @Override
        public String toString() {
            return SchemaText.className(name);
        }
    }
}
