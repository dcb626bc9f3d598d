package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Schemas and names that somebody made so that whoever follows them does not come to an end, or loads a class. */
final class HostileSchemasTest {
    private static final String FIRST_LINE = "cairn schema 1\n";
    private static final String SHAPE = Samples.Shape.class.getName();

    private static Object read(ArtifactCodec<?> codec, String schema, byte... payload) {
        HostileInput input =
                HostileInput.of(codec, codec, payload, (FIRST_LINE + schema).getBytes(StandardCharsets.UTF_8));
        return ArtifactFormat.decode(codec, input.artifact(), input.schemas());
    }

    @Test
    void aSealedTypeThatIsItsOwnSubtype() {
        String message = "the schema has a sealed type that is its own subtype, or more than 100 levels above another,"
                + " at character ";
        assertThatThrownBy(() -> read(Samples.SHAPE, SHAPE + "\nsealed " + SHAPE + "{" + SHAPE + "}\n", new byte[99]))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage(message + 113);
        assertThatThrownBy(() -> Schema.parse((FIRST_LINE + "a.A\nsealed a.A{a.B}\nsealed a.B{a.C}\nsealed a.C{a.B}\n")
                        .getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage(message + 67);
    }

    @Test
    void sealedTypesOverAHundredOthers() {
        assertThat(Schema.parse(chain(100)).definitions()).hasSize(102);
        assertThatThrownBy(() -> Schema.parse(chain(101)))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessageStartingWith(
                        "the schema has a sealed type that is its own subtype, or more than 100 levels");
    }

    /** As many sealed types above one that is sealed, too. */
    private static byte[] chain(int length) {
        StringBuilder schema = new StringBuilder(FIRST_LINE).append("a.S0\n");
        for (int i = 0; i < length; i++) {
            schema.append("sealed a.S" + i + "{a.S" + (i + 1) + "}\n");
        }
        return schema.append("sealed a.S" + length + "{a.E}\nenum a.E{}\n")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Each of two types is above each of the next two: there are two to the power of 40 paths down. */
    @Test
    void sealedTypesThatAreReachedOnManyPaths() {
        StringBuilder schema = new StringBuilder(SHAPE + "\nsealed " + SHAPE + "{a.A0,a.B0}\n");
        for (int i = 0; i < 40; i++) {
            String next = i == 39 ? "com.acme.Circle,com.acme.Square" : "a.A" + (i + 1) + ",a.B" + (i + 1);
            schema.append("sealed a.A" + i + "{" + next + "}\n").append("sealed a.B" + i + "{" + next + "}\n");
        }
        schema.append("struct com.acme.Circle{radius:f64}\nstruct com.acme.Square{side:f64}\n");
        byte[] payload = new byte[1 + 40 + 8];
        payload[0] = 1;
        assertThat(read(Samples.SHAPE, schema.toString(), payload)).isEqualTo(new Samples.Circle(0));
        payload[0] = 2;
        Arrays.fill(payload, 1, 41, (byte) 1);
        assertThat(read(Samples.SHAPE, schema.toString(), payload)).isEqualTo(new Samples.Square(0));
    }

    @Test
    void aGenericClassWithinItselfWithOtherArguments() {
        StringBuilder schema =
                new StringBuilder("com.acme.Node\nstruct com.acme.Node{value:i32,left:'com.acme.Node<0>'}\n");
        for (int i = 0; i < 210; i++) {
            schema.append("struct 'com.acme.Node<" + i + ">'{value:i32,left:'com.acme.Node<" + (i + 1) + ">'}\n");
        }
        schema.append("struct 'com.acme.Node<210>'{value:i32}\n");
        assertThatThrownBy(() -> read(Samples.NODE, schema.toString(), (byte) 0))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessageEndingWith("Node.left: the schema has types nested more than 200 levels deep");
    }

    @Test
    void aNameWhereKryoHasTheNumberOfAClass() {
        Output stream = new Output(64);
        stream.writeVarInt(1, true); // a name follows
        stream.writeVarInt(0, true);
        stream.writeString("com.acme.NoSuchClass"); // who looks for it says that there is none
        Output payload = new Output(100);
        payload.writeByte(1);
        payload.writeVarInt(stream.position() << 1 | 1, true);
        payload.writeBytes(stream.toBytes());
        ArtifactCodec<OpaqueCodecTest.Model> codec = Codecs.opaque(OpaqueCodecTest.Model.class);

        assertThatThrownBy(() -> read(codec, codec.schema().toString(), payload.toBytes()))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage("a class has a name where it must have a number");
    }

    /** Each of 800 arrays, of which one is in the other, claims 16,382 elements: 52 MB for 4 kB. */
    @Test
    void arraysWithinArraysThatKryoWouldAllocate() {
        OpaqueCodecTest.Model model = OpaqueCodecTest.model();
        model.extra = new Object[] {new Object[0]};
        ArtifactCodec<OpaqueCodecTest.Model> codec =
                Codecs.opaque(OpaqueCodecTest.Model.class, OpaqueCodecTest.Weight.class, OpaqueCodecTest.Mood.class);
        byte[] sound = ArtifactFormat.encode(codec, model).bytes();
        String text = new String(sound, Header.SIZE, sound.length - Header.SIZE, StandardCharsets.ISO_8859_1);
        int array = text.indexOf("\u00cb\u0001\u0001\u0002"); // its class, that it is new, one plus its length
        int header = text.charAt(1) < 0x80 ? 2 : 3;
        Output payload = new Output(8192);
        payload.writeByte(1);
        byte[] before = Arrays.copyOfRange(sound, Header.SIZE + header, Header.SIZE + array);
        payload.writeVarInt(before.length + 800 * 5 << 1 | 1, true);
        payload.writeBytes(before);
        for (int i = 0; i < 800; i++) {
            payload.writeBytes(new byte[] {(byte) 0xCB, 1, 1, (byte) 0xFF, 0x7F});
        }

        assertThat(array).isPositive();
        assertThatThrownBy(() -> read(codec, codec.schema().toString(), payload.toBytes()))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage("its lengths say more elements than there are bytes");
        assertThat(Schemas.roundTrip(codec, model)).isNotNull();
    }

    @Test
    void treesOfAnyDepthHaveAText() {
        Tree tree = new Tree.Null();
        for (int i = 0; i < 100_000; i++) {
            tree = new Tree.Sequence("list", List.of(tree));
        }
        assertThat(tree.toString()).isEqualTo("[".repeat(100_000) + "null" + "]".repeat(100_000));
        Tree map = new Tree.Null();
        for (int i = 0; i < 50_000; i++) {
            map = new Tree.Mapping("map", List.of(new Tree.Entry(map, new Tree.Null())));
        }
        assertThat(map.toString()).isEqualTo("{".repeat(50_000) + "null" + ": null}".repeat(50_000));
    }

    @Test
    void anArrayOfPrimitivesHasACodecOfItsOwn() {
        assertThatThrownBy(() -> Codecs.array(Object.class, Codecs.LONG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an array of long values needs the codec of long[], or that of the box");
        assertThat(Schemas.roundTrip(Codecs.array(Long[]::new, Codecs.BOXED_LONG), new Long[] {1L}))
                .containsExactly(1L);
    }
}
