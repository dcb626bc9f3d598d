package dev.cairn.codec;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A final field cannot be what a value says, because its class gives it a value itself. Leaves generated code only. */
final class FinalFieldException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final String FIX = "; remove `final` from the field, or add a constructor that takes it";

    private final String field;
    private final String problem;

    private FinalFieldException(String field, String problem) {
        super(problem);
        this.field = field;
        this.problem = problem;
    }

    /** Of {@code made} and {@code value} one is null. */
    static FinalFieldException ofNull(String field, Verb verb, @Nullable Object made) {
        return new FinalFieldException(
                field,
                verb.is + (made == null ? " not null" : " null") + ", but the constructor of its class makes it "
                        + (made == null ? "null" : "another value") + FIX);
    }

    static FinalFieldException ofLength(String field, Verb verb, int made, int length) {
        return new FinalFieldException(
                field,
                verb.holds + elements(length) + ", but the constructor of its class makes an array of " + made + FIX);
    }

    static FinalFieldException ofElement(String field, Object made) {
        return new FinalFieldException(
                field,
                Verb.STORED.holds + "an element that the "
                        + made.getClass().getComponentType().getSimpleName()
                        + "[] that the constructor of its class makes does not take" + FIX);
    }

    static FinalFieldException ofUnchangeable(String field, Verb verb, Object made) {
        return new FinalFieldException(
                field,
                verb.holds + "other elements than the " + (made instanceof Map ? "map" : "collection")
                        + " that the constructor of its class makes, which cannot be changed" + FIX);
    }

    static FinalFieldException ofSize(String field, int made, int stored) {
        return new FinalFieldException(
                field,
                Verb.STORED.holds + elements(stored) + ", of which what the constructor of its class makes keeps "
                        + made + FIX);
    }

    static FinalFieldException ofConstant(String field, @Nullable Object made, @Nullable Object stored) {
        return new FinalFieldException(
                field, Verb.STORED.is + " " + stored + ", but its class gives it the constant " + made + FIX);
    }

    static FinalFieldException ofSharing(String field) {
        return new FinalFieldException(
                field,
                "is one object that all instances of its class share, so that it would be changed where another "
                        + "instance is read; make the field `static`, or give each instance a copy");
    }

    private static String elements(int count) {
        return count + (count == 1 ? " element" : " elements");
    }

    private CodecException at(StructCodec<?> struct, CodecException exception) {
        return exception.inside(struct, struct.simpleName() + "." + field);
    }

    /** As it is thrown while a value is stored. */
    CodecException ofWriting(StructCodec<?> struct) {
        return at(struct, new UnsupportedValueException(problem));
    }

    /** As it is thrown while a value is read. */
    CodecException ofReading(StructCodec<?> struct) {
        return at(struct, new IncompatibleSchemaException(problem));
    }

    /** As it is thrown while a value is made of a tree. */
    CodecException ofTree(StructCodec<?> struct) {
        return at(struct, new TreeConversionException(problem));
    }

    /** How a value is spoken of: one that is about to be stored, and one that was. */
    enum Verb {
        /** It is about to be stored. */
        VALUE("is", "holds "),
        /** It was stored. */
        STORED("was stored as", "was stored with ");

        private final String is;
        private final String holds;

        Verb(String is, String holds) {
            this.is = is;
            this.holds = holds;
        }
    }
}
