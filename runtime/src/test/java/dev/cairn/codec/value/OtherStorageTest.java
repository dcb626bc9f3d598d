package dev.cairn.codec.value;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.CodecInput;
import dev.cairn.codec.CodecOutput;
import dev.cairn.codec.Codecs;
import dev.cairn.codec.CustomCodec;
import dev.cairn.codec.Encoded;
import dev.cairn.codec.IncompatibleSchemaException;
import dev.cairn.codec.NamedCodec;
import org.junit.jupiter.api.Test;

/** A type whose values were stored in one way and are to be read in another: the message says how to go on. */
final class OtherStorageTest {
    enum Mood {
        CALM
    }

    sealed interface Shape permits Circle {}

    record Circle() implements Shape {}

    private static final class MoodCodec extends CustomCodec<Mood> {
        MoodCodec() {
            super(Mood.class, "mood/1");
        }

        @Override
        protected void write(Mood value, CodecOutput output) {
            output.writeString(value.name());
        }

        @Override
        protected Mood read(CodecInput input) {
            return Mood.valueOf(input.readString());
        }
    }

    private static final class ShapeCodec extends CustomCodec<Shape> {
        ShapeCodec() {
            super(Shape.class, "shape/1");
        }

        @Override
        protected void write(Shape value, CodecOutput output) {}

        @Override
        protected Shape read(CodecInput input) {
            return new Circle();
        }
    }

    private static final String TYPE = "dev.cairn.codec.value.OtherStorageTest$Mood";

    private static final NamedCodec<Mood> GENERATED = Codecs.enumeration(Mood.class, Mood.values());
    private static final NamedCodec<Mood> CUSTOM = Codecs.custom(new MoodCodec());
    private static final NamedCodec<Mood> REFLECTIVE = Codecs.opaque(Mood.class);

    private static <T> void assertRefused(ArtifactCodec<T> then, T value, ArtifactCodec<T> now, String message) {
        Encoded stored = ArtifactFormat.encode(then, value);
        assertThatThrownBy(() -> ArtifactFormat.decode(
                        now, stored.bytes(), hash -> stored.schema().bytes()))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessage(message);
    }

    @Test
    void nowACodecIsGenerated() {
        assertRefused(
                CUSTOM,
                Mood.CALM,
                GENERATED,
                "stored as " + TYPE
                        + " by the codec `mood/1`, which is an enum now; to read it, name a codec with @Codec"
                        + " whose former() returns Codecs.custom(..) with the codec that stored it");
        assertRefused(
                REFLECTIVE,
                Mood.CALM,
                GENERATED,
                "stored as " + TYPE + ", reflectively, which is an enum now; to read it, name a codec with @Codec whose"
                        + " former() returns Codecs.opaque(OtherStorageTest.Mood.class, ..) with the classes that @Opaque"
                        + " allowed");
        assertRefused(
                Codecs.custom(new ShapeCodec()),
                new Circle(),
                Codecs.sealed(Shape.class, Codecs.opaque(Circle.class)),
                "stored as dev.cairn.codec.value.OtherStorageTest$Shape by the codec `shape/1`, which is a sealed type"
                        + " now; to read it, name a codec with @Codec whose former() returns Codecs.custom(..) with the"
                        + " codec that stored it");
    }

    @Test
    void nowACodecOfTheUsersStoresIt() {
        String codec = ", which the codec dev.cairn.codec.value.OtherStorageTest$%sCodec reads now; to read it, ";
        assertRefused(
                GENERATED,
                Mood.CALM,
                CUSTOM,
                "stored as the enum " + TYPE + codec.formatted("Mood")
                        + "let the codec extend ConverterCodec, with what was stored as its stored form");
        assertRefused(
                REFLECTIVE,
                Mood.CALM,
                CUSTOM,
                "stored as " + TYPE + ", reflectively" + codec.formatted("Mood")
                        + "let its former() return Codecs.opaque(OtherStorageTest.Mood.class, ..) with the classes that"
                        + " @Opaque allowed");
        assertRefused(
                Codecs.sealed(Shape.class, Codecs.opaque(Circle.class)),
                new Circle(),
                Codecs.custom(new ShapeCodec()),
                "stored as the sealed type dev.cairn.codec.value.OtherStorageTest$Shape" + codec.formatted("Shape")
                        + "let the codec extend ConverterCodec, with what was stored as its stored form");
    }

    @Test
    void nowItIsStoredReflectively() {
        assertRefused(
                GENERATED,
                Mood.CALM,
                REFLECTIVE,
                "stored as the enum " + TYPE + ", which is stored reflectively now; to read it, remove @Opaque");
        assertRefused(
                CUSTOM,
                Mood.CALM,
                REFLECTIVE,
                "stored as " + TYPE
                        + " by the codec `mood/1`, which is stored reflectively now; to read it, name the codec"
                        + " with @Codec again");
    }
}
