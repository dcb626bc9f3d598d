package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.CustomCodecTest.Lines;
import dev.cairn.codec.CustomCodecTest.LinesCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What one codec of the user's stored is read by the codec that follows it, if that one names it. */
final class FormerCodecTest {
    private static final NamedCodec<Lines> LINES = Codecs.custom(new LinesCodec());
    private static final String NAME = "dev.cairn.codec.CustomCodecTest$Lines";
    private static final Lines VALUE = new Lines(List.of("a", "b"));

    /** Stores all lines as one text. */
    private static class TextCodec extends CustomCodec<Lines> {
        private final @Nullable NamedCodec<Lines> former;

        TextCodec(String id, @Nullable NamedCodec<Lines> former) {
            super(Lines.class, id);
            this.former = former;
        }

        @Override
        protected void write(Lines value, CodecOutput output) {
            output.writeString(String.join(";", value.lines()));
        }

        @Override
        protected Lines read(CodecInput input) {
            return new Lines(List.of(input.readString().split(";")));
        }

        @Override
        protected @Nullable NamedCodec<Lines> former() {
            return former;
        }
    }

    private static final class ListConverter extends ConverterCodec<Lines, List<String>> {
        private final @Nullable NamedCodec<Lines> former;

        ListConverter(@Nullable NamedCodec<Lines> former) {
            this.former = former;
        }

        @Override
        protected List<String> toStored(Lines value) {
            return value.lines();
        }

        @Override
        protected Lines fromStored(List<String> stored) {
            return new Lines(stored);
        }

        @Override
        protected @Nullable NamedCodec<Lines> former() {
            return former;
        }
    }

    private static ArtifactCodec<Lines> converter(@Nullable NamedCodec<Lines> former) {
        return Codecs.converter(new ListConverter(former), Codecs.list(Codecs.STRING));
    }

    private final Schemas schemas = new Schemas();

    private void refuses(ArtifactCodec<Lines> codec, byte[] artifact, String message) {
        assertThatThrownBy(() -> schemas.decode(codec, artifact))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessage(message);
    }

    @Test
    void aConverterReadsWhatItsFormerCodecStored() {
        byte[] artifact = schemas.encode(LINES, VALUE);
        assertThat(schemas.decode(converter(LINES), artifact)).isEqualTo(VALUE);
        assertThat(schemas.decode(converter(LINES), schemas.encode(LINES, null)))
                .isNull();
        assertThat(schemas.decode(
                        Codecs.list(converter(LINES)), schemas.encode(Codecs.list(LINES), List.of(VALUE, VALUE))))
                .containsExactly(VALUE, VALUE);
        assertThat(schemas.decode(converter(LINES), schemas.encode(converter(null), VALUE)))
                .isEqualTo(VALUE);
    }

    @Test
    void aConverterRefusesWhatNoOrAnotherCodecStored() {
        byte[] artifact = schemas.encode(LINES, VALUE);
        String message = "stored as " + NAME + " by the codec `lines/2`, which the codec "
                + ListConverter.class.getName()
                + " reads now; to read it, let its former() return Codecs.custom(..) with the codec that stored it";
        refuses(converter(null), artifact, message);
        refuses(converter(Codecs.custom(new TextCodec("text/1", null))), artifact, message);
    }

    @Test
    void aCodecReadsWhatItsFormerCodecStored() {
        byte[] artifact = schemas.encode(LINES, VALUE);
        NamedCodec<Lines> now = Codecs.custom(new TextCodec("text/1", LINES));
        assertThat(schemas.decode(now, artifact)).isEqualTo(VALUE);
        assertThat(schemas.decode(now, schemas.encode(now, VALUE))).isEqualTo(VALUE);

        NamedCodec<Lines> next = Codecs.custom(new TextCodec("text/2", now));
        assertThat(schemas.decode(next, schemas.encode(now, VALUE))).isEqualTo(VALUE);
        refuses(
                next,
                artifact,
                "stored by the codec `lines/2`, which " + TextCodec.class.getName() + " (`text/2`) cannot read");
    }
}
