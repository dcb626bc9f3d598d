package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.internal.Sha256;
import dev.cairn.codec.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What {@code docs/format.md} calls an error, and no writer writes, is refused by both readers: with the classes and without. */
class ImpossibleValuesTest {
    private static void assertRefused(ArtifactCodec<?> codec, String payload, String message) {
        byte[] artifact = artifact(codec.schema().bytes(), payload);
        assertThatThrownBy(() -> ArtifactFormat.decode(
                        codec, artifact, hash -> codec.schema().bytes()))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage(message);
        assertTreeRefused(codec.schema().bytes(), payload, message);
    }

    private static void assertTreeRefused(byte[] schema, String payload, String message) {
        assertThatThrownBy(() -> ArtifactFormat.tree(artifact(schema, payload), hash -> schema))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage(message);
    }

    private static byte[] artifact(byte[] schema, String payload) {
        return HexFormat.of().parseHex("ca1b0101" + HexFormat.of().formatHex(Sha256.of(schema)) + payload);
    }

    @Test
    void anObjectThatIsNullHasNoOtherType() {
        assertRefused(Codecs.any(), "0100", "an Object is null and of type 1; null is of type 0");
        assertRefused(Codecs.any(), "0200", "an Object is null and of type 2; null is of type 0");
        assertRefused(Codecs.any(), "0400", "an Object is null and of type 4; null is of type 0");
        assertRefused(Codecs.any(), "0d00", "an Object is null and of type 13; null is of type 0");
    }

    @Test
    void aConstantIsOneOfItsEnum() {
        assertConstantRefused(
                Samples.OPTIMIZER.schema().bytes(), "03", "enum Samples.Optimizer has no constant of number 2");
        assertConstantRefused(
                Samples.OPTIMIZER.schema().bytes(),
                "ffffffff0f",
                "enum Samples.Optimizer has no constant of number -2");
        byte[] then = ("cairn schema 1\n" + Samples.OPTIMIZER.type() + "\nenum " + Samples.OPTIMIZER.type() + "{SGD}\n")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(ArtifactFormat.decode(Samples.OPTIMIZER, artifact(then, "01"), hash -> then))
                .isEqualTo(Samples.Optimizer.SGD);
        assertConstantRefused(then, "02", "enum Samples.Optimizer had no constant of number 1");
        assertThat(Samples.OPTIMIZER.size()).isEqualTo(2);
    }

    private static void assertConstantRefused(byte[] schema, String payload, String message) {
        assertThatThrownBy(() -> ArtifactFormat.decode(Samples.OPTIMIZER, artifact(schema, payload), hash -> schema))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage(message);
    }

    @Test
    void anOptionalHoldsNoNull() {
        assertRefused(Codecs.optional(Codecs.STRING), "0200", "an optional holds null");
    }

    @Test
    void aFractionOfASecondIsLessThanASecond() {
        String message = "the fraction of a second is %d nanoseconds, not from 0 to 999999999";
        assertRefused(Codecs.INSTANT, "010201", message.formatted(-1));
        assertRefused(Codecs.DURATION, "010201", message.formatted(-1));
        assertRefused(Codecs.DURATION, "010280a8d6b907", message.formatted(1_000_000_000));
        assertThat(ArtifactFormat.tree(
                        artifact(Codecs.DURATION.schema().bytes(), "0102fea7d6b907"),
                        hash -> Codecs.DURATION.schema().bytes()))
                .hasToString("PT1.999999999S");
    }

    @Test
    void aKindOfCollectionIsOneOfItsType() {
        assertTreeRefused(Codecs.set(Codecs.INT).schema().bytes(), "0100", "a list where a set is expected");
        assertTreeRefused(
                Codecs.map(Codecs.INT, Codecs.INT).schema().bytes(), "0100", "a list where a map is expected");
        assertTreeRefused(
                Codecs.set(Codecs.INT).schema().bytes(),
                "0500",
                "a set of enum constants where the schema has another type");
        assertTreeRefused(
                Codecs.any().schema().bytes(), "020500", "a map of enum constants where the schema has another type");
    }

    @Test
    void theClassesOfAnObjectAreSorted() {
        String definitions = "enum a.B{X}\nenum a.C{X}\n";
        assertThat(schema("any<a.B,a.C>\n" + definitions).definitions()).hasSize(2);
        assertThatThrownBy(() -> schema("any<a.C,a.B>\n" + definitions))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage("the schema has an any whose classes are not sorted by name, at character 27");
        assertThatThrownBy(() -> schema("any<i32>\n"))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage("the schema has an any of i32, which is not a class, at character 23");
    }

    private static Schema schema(String lines) {
        return Schema.parse(("cairn schema 1\n" + lines).getBytes(StandardCharsets.UTF_8));
    }
}
