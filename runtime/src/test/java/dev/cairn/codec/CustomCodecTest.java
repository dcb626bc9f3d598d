package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CustomCodecTest {
    record Lines(List<String> lines) {}

    /** Reads and writes with plain streams. */
    static final class LinesCodec extends CustomCodec<Lines> {
        LinesCodec() {
            super(Lines.class, "lines/2");
        }

        @Override
        protected void write(Lines value, CodecOutput output) throws IOException {
            for (String line : value.lines()) {
                output.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }

        @Override
        protected Lines read(CodecInput input) throws IOException {
            return new Lines(new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        }

        @Override
        protected Lines readFormer(String formerId, CodecInput input) throws IOException {
            if (formerId.equals("text/1")) {
                return new Lines(List.of(new String(input.readAllBytes(), StandardCharsets.UTF_8)));
            }
            return super.readFormer(formerId, input);
        }
    }

    /** Does what the functions that it is given do. */
    private static final class AnyFormat extends CustomCodec<Lines> {
        private final String text;
        private final int read;

        AnyFormat(String id, String text, int read) {
            super(Lines.class, id);
            this.text = text;
            this.read = read;
        }

        @Override
        protected void write(Lines value, CodecOutput output) throws IOException {
            if (text.isEmpty()) {
                throw new IOException("disk full");
            }
            output.write(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        protected Lines read(CodecInput input) throws IOException {
            byte[] bytes = new byte[read];
            new DataInputStream(input).readFully(bytes);
            return new Lines(List.of(new String(bytes, StandardCharsets.UTF_8)));
        }
    }

    private static final NamedCodec<Lines> LINES = Codecs.custom(new LinesCodec());

    @Test
    void anIdThatNoSchemaCanHoldIsRefused() {
        assertThatThrownBy(() -> new AnyFormat("\ud83d", "", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the id of a codec must not have half of a surrogate pair");
        assertThat(new AnyFormat("\ud83d\ude00", "", 0).id()).isEqualTo("\ud83d\ude00");
    }

    @Test
    void givesBackWhatWasStored() {
        Lines lines = new Lines(List.of("a", "ü"));
        assertThat(Schemas.roundTrip(LINES, lines)).isEqualTo(lines);
        assertThat(Schemas.roundTrip(LINES, null)).isNull();
        assertThat(Schemas.roundTrip(Codecs.list(LINES), List.of(lines, lines))).containsExactly(lines, lines);
        Lines many =
                new Lines(IntStream.range(0, 20_000).mapToObj(Integer::toString).toList());
        assertThat(Schemas.roundTrip(Codecs.list(LINES), List.of(many, lines))).containsExactly(many, lines);
    }

    @Test
    void theSchemaNamesTheFormat() {
        assertThat(LINES.schema())
                .hasToString("dev.cairn.codec.CustomCodecTest$Lines\n"
                        + "custom dev.cairn.codec.CustomCodecTest$Lines{'lines/2'}\n");
        assertThat(LINES.schema().isComplete()).isFalse();
        assertThat(ArtifactFormat.encode(LINES, null).bytes()[3]).isEqualTo((byte) 2);
    }

    @Test
    void theTreeShowsThatOnlyTheCodecCanReadIt() {
        Schemas schemas = new Schemas();
        assertThat(schemas.tree(schemas.encode(Codecs.list(LINES), List.of(new Lines(List.of("abc"))))))
                .hasToString("[<dev.cairn.codec.CustomCodecTest$Lines, 4 bytes, only readable with lines/2>]");
    }

    @Test
    void readsFormatsOfOlderVersionsThatItKnows() {
        Schemas schemas = new Schemas();
        byte[] former = schemas.encode(Codecs.custom(new AnyFormat("text/1", "a b", 3)), new Lines(List.of()));
        assertThat(schemas.decode(LINES, former)).isEqualTo(new Lines(List.of("a b")));
        byte[] unknown = schemas.encode(Codecs.custom(new AnyFormat("text/0", "a b", 3)), new Lines(List.of()));
        assertThatThrownBy(() -> schemas.decode(LINES, unknown))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessage("stored by the codec `text/0`, which dev.cairn.codec.CustomCodecTest$LinesCodec (`lines/2`)"
                        + " cannot read");
    }

    @Test
    void readingTooLittleOrTooMuchIsRefused() {
        Schemas schemas = new Schemas();
        ArtifactCodec<List<Lines>> tooLittle = Codecs.list(Codecs.custom(new AnyFormat("x", "abc", 2)));
        byte[] bytes = schemas.encode(tooLittle, List.of(new Lines(List.of())));
        assertThatThrownBy(() -> schemas.decode(tooLittle, bytes))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage("[0]: dev.cairn.codec.CustomCodecTest$AnyFormat did not read all that was written");
        ArtifactCodec<List<Lines>> tooMuch = Codecs.list(Codecs.custom(new AnyFormat("x", "abc", 4)));
        assertThatThrownBy(() -> schemas.decode(tooMuch, bytes))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage("[0]: the bytes end before the value does");
    }

    /** Writes one value of each kind, and reads them. */
    private static final class EachCodec extends CustomCodec<List<Object>> {
        EachCodec() {
            super(List.class, "each/1");
        }

        @Override
        protected void write(List<Object> value, CodecOutput output) throws IOException {
            output.writeBoolean((boolean) value.get(0));
            output.writeInt((int) value.get(1));
            output.writeLong((long) value.get(2));
            output.writeFloat((float) value.get(3));
            output.writeDouble((double) value.get(4));
            output.writeString((String) value.get(5));
            output.writeBytes((byte[]) value.get(6));
            output.writeInts((int[]) value.get(7));
            output.writeLongs((long[]) value.get(8));
            output.writeFloats((float[]) value.get(9));
            output.writeDoubles((double[]) value.get(10));
            output.write(7);
            output.flush();
            output.close();
        }

        @Override
        protected List<Object> read(CodecInput input) throws IOException {
            List<Object> value = new ArrayList<>(List.of(
                    input.readBoolean(),
                    input.readInt(),
                    input.readLong(),
                    input.readFloat(),
                    input.readDouble(),
                    input.readString(),
                    input.readBytes(),
                    input.readInts(),
                    input.readLongs(),
                    input.readFloats(),
                    input.readDoubles()));
            assertThat(input.isAtEnd()).isFalse();
            assertThat(input.read()).isEqualTo(7);
            assertThat(input.isAtEnd()).isTrue();
            assertThat(input.read()).isEqualTo(-1);
            return value;
        }
    }

    @Test
    void everyKindOfValueIsReadAsItWasWritten() {
        List<Object> each = List.of(
                true,
                -300,
                Long.MIN_VALUE,
                -0.0f,
                Math.PI,
                "a\u00fc\ud83d\ude00\ud83d".repeat(3000),
                new byte[] {1, -1},
                IntStream.range(0, 20_000).toArray(),
                new long[] {Long.MAX_VALUE},
                new float[] {1.5f, Float.NaN},
                new double[0]);
        Object[] read = Schemas.roundTrip(Codecs.custom(new EachCodec()), each).toArray();

        assertThat(Arrays.deepEquals(read, each.toArray())).isTrue();

        List<Object> other = new ArrayList<>(each);
        other.set(0, false);
        assertThat(Schemas.roundTrip(Codecs.custom(new EachCodec()), other)).startsWith(false, -300);
    }

    /** Reads what nobody wrote so. */
    private static final class ArrayReader extends CustomCodec<Lines> {
        private final byte[] written;
        private final boolean text;

        ArrayReader(boolean text, int... written) {
            super(Lines.class, "array/1");
            this.text = text;
            this.written = new byte[written.length];
            for (int i = 0; i < written.length; i++) {
                this.written[i] = (byte) written[i];
            }
        }

        @Override
        protected void write(Lines value, CodecOutput output) throws IOException {
            output.write(written);
        }

        @Override
        protected Lines read(CodecInput input) {
            return text
                    ? new Lines(List.of(input.readString()))
                    : new Lines(List.of(Integer.toString(input.readDoubles().length)));
        }
    }

    @Test
    void lengthsAreNotBelieved() {
        for (boolean text : List.of(true, false)) {
            ArrayReader huge = new ArrayReader(text, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, 1, 2, 3);
            assertThatThrownBy(() -> Schemas.roundTrip(Codecs.custom(huge), new Lines(List.of())))
                    .isInstanceOf(MalformedArtifactException.class)
                    .hasMessage("the bytes end before the value does");
            ArrayReader negative = new ArrayReader(text, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F);
            assertThatThrownBy(() -> Schemas.roundTrip(Codecs.custom(negative), new Lines(List.of())))
                    .isInstanceOf(MalformedArtifactException.class)
                    .hasMessageStartingWith("a length is ");
            ArrayReader absent = new ArrayReader(text, 0);
            assertThatThrownBy(() -> Schemas.roundTrip(Codecs.custom(absent), new Lines(List.of())))
                    .isInstanceOf(MalformedArtifactException.class)
                    .hasMessage("expected " + (text ? "a string" : "an array") + ", found null");
        }
    }

    @Test
    void aFailureToWriteIsReported() {
        NamedCodec<Lines> failing = Codecs.custom(new AnyFormat("x", "", 0));
        assertThatThrownBy(() -> ArtifactFormat.encode(failing, new Lines(List.of())))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage("dev.cairn.codec.CustomCodecTest$AnyFormat failed: disk full");
    }

    @Test
    void anIdIsRequired() {
        assertThatThrownBy(() -> new AnyFormat("", "", 0)).hasMessage("the id of a codec must not be empty");
    }
}
