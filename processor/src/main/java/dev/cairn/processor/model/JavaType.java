package dev.cairn.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type as it is written in source. Immutable. {@code toString} is the source text with simple names. */
public sealed interface JavaType {
    /** A primitive type, by its keyword. */
    record Primitive(String keyword) implements JavaType {
        @Override
        public String toString() {
            return keyword;
        }
    }

    /** A class or interface with its type arguments; none if it is not generic, or raw. */
    record Declared(ClassRef name, List<JavaType> arguments) implements JavaType {
        /** Copies the list. */
        public Declared {
            arguments = List.copyOf(arguments);
        }

        // Written out: those of a record are linked when they are first called, which takes longer than all calls of a
        // compilation.
        @Override
        public boolean equals(@Nullable Object object) {
            return object instanceof Declared other && name.equals(other.name) && arguments.equals(other.arguments);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + arguments.hashCode();
        }

        @Override
        public String toString() {
            String simple = String.join(".", name.simpleNames());
            return arguments.isEmpty()
                    ? simple
                    : simple + "<"
                            + String.join(
                                    ", ",
                                    arguments.stream().map(JavaType::toString).toList()) + ">";
        }
    }

    /** An array. */
    record Array(JavaType component) implements JavaType {
        @Override
        public String toString() {
            return component + "[]";
        }
    }

    /** A wildcard; {@code keyword} is {@code extends}, {@code super} or, where there is no bound, empty. */
    record Wildcard(String keyword, @Nullable JavaType bound) implements JavaType {
        @Override
        public String toString() {
            return bound == null ? "?" : "? " + keyword + " " + bound;
        }
    }

    /** A type that could not be resolved, as it is written. */
    record Unresolved(String text) implements JavaType {
        // Written out: those of a record are linked when they are first called, which takes longer than all calls of a
        // compilation.
        @Override
        public boolean equals(@Nullable Object object) {
            return object instanceof Unresolved other && text.equals(other.text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
