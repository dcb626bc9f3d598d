package dev.cairn.processor.model;

import java.util.List;
import java.util.Optional;

/** What a named type is made of, for a generated codec. Immutable. */
public sealed interface StoredDefinition {
    /** The type: each instantiation of a generic class has a definition of its own. */
    JavaType.Declared type();

    /** Binary names that the class had before. */
    List<String> formerNames();

    /** What the compiler warns of where the class, or a member that the codec uses, is named: {@code deprecation}. */
    List<String> warnings();

    /**
     * A record or a class with fields.
     *
     * @param fields what is stored: the components of a record, or the fields of a class, those of its superclasses
     *     first
     * @param constructor what makes an instance
     * @param changeable whether a field can be set again, so that an instance can change although what it holds does not
     */
    record Struct(
            JavaType.Declared type,
            List<Field> fields,
            Constructor constructor,
            boolean changeable,
            List<String> formerNames,
            List<String> warnings)
            implements StoredDefinition {
        /** Copies the lists. */
        public Struct {
            fields = List.copyOf(fields);
            formerNames = List.copyOf(formerNames);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A field of a {@link Struct}.
     *
     * @param name its name, which is unique in the struct
     * @param type its type, as declared, seen from the struct
     * @param stored how it is stored
     * @param read what gives its value
     * @param write what sets it, or gives it its content; empty if the constructor does
     * @param formerNames names under which it was stored before
     * @param fallback what it is where it was not stored; empty if nothing says so
     */
    record Field(
            String name,
            JavaType type,
            StoredType stored,
            Member read,
            Optional<Write> write,
            List<String> formerNames,
            Optional<Fallback> fallback) {
        /** Copies the list. */
        public Field {
            formerNames = List.copyOf(formerNames);
        }
    }

    /**
     * What {@code @Default} says.
     *
     * @param text the value; empty where it says only that the field is new
     */
    record Fallback(Optional<String> text) {}

    /**
     * A constructor of a {@link Struct}.
     *
     * @param fields the names of the fields that it takes, in its order
     * @param hidden the erased types of its parameters, if generated code cannot name it and calls it by a handle
     */
    record Constructor(List<String> fields, Optional<List<JavaType>> hidden) {
        /** Copies the lists. */
        public Constructor {
            fields = List.copyOf(fields);
            hidden = hidden.map(List::copyOf);
        }

        /** One that generated code calls by its name. */
        public static Constructor of(List<String> fields) {
            return new Constructor(fields, Optional.empty());
        }
    }

    /** What gives or sets the value of a field. */
    sealed interface Member {
        /** Its name. */
        String name();

        /** A method: a getter or a setter. */
        record Method(String name) implements Member {}

        /** The field itself. */
        record Direct(String name) implements Member {}

        /**
         * The field itself, which generated code cannot name and reaches by a handle.
         *
         * @param owner the class that declares it
         * @param erasure its type in the class file
         */
        record Hidden(String name, ClassRef owner, JavaType erasure) implements Member {}
    }

    /** What gives a field its value that the constructor does not take. */
    record Write(Member member, Manner manner) {}

    /** How a field gets the value that was stored. */
    enum Manner {
        /** It is set. */
        SET,
        /** It is final, and what the class has made of it gets the content that was stored. */
        FILL,
        /** It is final and a constant, which has to be what was stored. */
        COMPARE
    }

    /**
     * A type that says itself, by an annotation, how it is stored: {@link StoredType.Custom} or {@link
     * StoredType.Opaque}.
     */
    record Annotated(JavaType.Declared type, StoredType stored, List<String> formerNames, List<String> warnings)
            implements StoredDefinition {
        /** Copies the lists. */
        public Annotated {
            formerNames = List.copyOf(formerNames);
            warnings = List.copyOf(warnings);
        }
    }

    /** An enum. */
    record Enumeration(
            JavaType.Declared type, List<Constant> constants, List<String> formerNames, List<String> warnings)
            implements StoredDefinition {
        /** Copies the lists. */
        public Enumeration {
            constants = List.copyOf(constants);
            formerNames = List.copyOf(formerNames);
            warnings = List.copyOf(warnings);
        }
    }

    /** A constant of an {@link Enumeration}, with names under which it was stored before. */
    record Constant(String name, List<String> formerNames) {
        /** Copies the list. */
        public Constant {
            formerNames = List.copyOf(formerNames);
        }
    }

    /**
     * A sealed interface or abstract sealed class.
     *
     * @param subtypes the classes of which its values are, in the order in which they are permitted; sealed types
     *     between are left out
     */
    record Sealed(JavaType.Declared type, List<StoredType> subtypes, List<String> formerNames, List<String> warnings)
            implements StoredDefinition {
        /** Copies the lists. */
        public Sealed {
            subtypes = List.copyOf(subtypes);
            formerNames = List.copyOf(formerNames);
            warnings = List.copyOf(warnings);
        }
    }
}
