package dev.cairn.codec.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.Encoded;
import dev.cairn.codec.Tree;
import dev.cairn.codec.TreeConversionException;
import dev.cairn.codec.schema.SchemaType;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays of primitives: which codec is that of a stored type, what trees become, and what widens. */
final class PrimitiveArraysTest {
    private static SchemaType.Parametric array(String element, boolean nullable) {
        return new SchemaType.Parametric("array", List.of(new SchemaType.Scalar(element, nullable)));
    }

    private static <A> @Nullable A widened(PrimitiveArrayCodec<A> now, Encoded stored) {
        return ArtifactFormat.decode(
                now, stored.bytes(), hash -> stored.schema().bytes());
    }

    private static void assertRefused(PrimitiveArrayCodec<?> codec, Tree tree, String message) {
        assertThatThrownBy(() -> ArtifactFormat.fromTree(codec, tree))
                .isInstanceOf(TreeConversionException.class)
                .hasMessage(message);
    }

    @Test
    void aStoredTypeHasTheCodecOfItsElements() {
        for (PrimitiveArrayCodec<?> codec : PrimitiveArrays.ALL) {
            assertThat(PrimitiveArrays.find(codec.type())).isSameAs(codec);
        }
        assertThat(PrimitiveArrays.isPacked(array("f64", false))).isTrue();
        assertThat(PrimitiveArrays.isPacked(array("f64", true))).isFalse();
        assertThat(PrimitiveArrays.isPacked(array("string", false))).isFalse();
        assertThat(PrimitiveArrays.find(new SchemaType.Scalar("f64", false))).isNull();
        assertThat(PrimitiveArrays.find(
                        new SchemaType.Parametric("list", List.of(new SchemaType.Scalar("f64", false)))))
                .isNull();
        assertThat(PrimitiveArrays.find(new SchemaType.Parametric("array", List.of(array("f64", false)))))
                .isNull();
    }

    @Test
    void arraysAreNamedAsInJava() {
        assertThat(PrimitiveArrays.ALL)
                .extracting(PrimitiveArrayCodec::javaName)
                .containsExactly("boolean[]", "byte[]", "short[]", "char[]", "int[]", "long[]", "float[]", "double[]");
        assertThat(PrimitiveArrays.ALL)
                .extracting(codec -> codec.javaType().getSimpleName())
                .containsExactlyElementsOf(PrimitiveArrays.ALL.stream()
                        .map(PrimitiveArrayCodec::javaName)
                        .toList());
    }

    @Test
    void aTreeBecomesAnArrayOfItsOwn() {
        int[] ints = {1, 2, 3};
        assertThat(ArtifactFormat.fromTree(PrimitiveArrays.INTS, new Tree.Primitives(ints)))
                .isEqualTo(ints)
                .isNotSameAs(ints);
        assertThat(ArtifactFormat.fromTree(PrimitiveArrays.BOOLEANS, Tree.of(List.of("true", false, true))))
                .containsExactly(true, false, true);
        assertThat(ArtifactFormat.fromTree(PrimitiveArrays.CHARS, Tree.of(List.of("a", "b"))))
                .containsExactly('a', 'b');
        assertThat(ArtifactFormat.fromTree(PrimitiveArrays.INTS, Tree.of(null))).isNull();
    }

    @Test
    void whatIsNoSuchArrayIsRefused() {
        assertRefused(PrimitiveArrays.DOUBLES, new Tree.Primitives(new int[] {1, 2}), "[1, 2] is not a double[]");
        assertRefused(PrimitiveArrays.INTS, Tree.of("1"), "\"1\" is not an int[]");
        assertRefused(PrimitiveArrays.INTS, Tree.of(Arrays.asList(1, null)), "[1]: null is not an int");
    }

    /** How much is left is not known, so that an array grows with what has been read. */
    @ParameterizedTest
    @ValueSource(ints = {48, 1 << 10, 1 << 20})
    void arraysLieSideBySideInAStream(int buffer) {
        long[] numbers = new Random(1).longs(200_000).toArray();
        Output output = new Output(1 << 10, -1);
        ArtifactFormat.writePayload(PrimitiveArrays.LONGS, numbers, output);
        ArtifactFormat.writePayload(PrimitiveArrays.LONGS, numbers, output);
        Input input = new Input(new ByteArrayInputStream(output.toBytes()), buffer);
        for (int i = 0; i < 2; i++) {
            int length = PrimitiveArrays.LONGS.readLength(input);
            assertThat(length).isEqualTo(numbers.length);
            assertThat(PrimitiveArrays.LONGS.readElements(input, length)).isEqualTo(numbers);
        }
        assertThat(input.end()).isTrue();
    }

    @Test
    void elementsWiden() {
        byte[] bytes = {1, -2, 127};
        Encoded stored = ArtifactFormat.encode(PrimitiveArrays.BYTES, bytes);
        assertThat(widened(PrimitiveArrays.SHORTS, stored)).containsExactly(1, -2, 127);
        assertThat(widened(PrimitiveArrays.INTS, stored)).containsExactly(1, -2, 127);
        assertThat(widened(PrimitiveArrays.LONGS, stored)).containsExactly(1, -2, 127);
        assertThat(widened(PrimitiveArrays.DOUBLES, stored)).containsExactly(1, -2, 127);
        assertThat(widened(PrimitiveArrays.LONGS, ArtifactFormat.encode(PrimitiveArrays.INTS, null)))
                .isNull();
        assertThat(widened(PrimitiveArrays.LONGS, ArtifactFormat.encode(PrimitiveArrays.INTS, new int[0])))
                .isEmpty();
    }
}
