package dev.cairn.codec;

import static dev.cairn.codec.Versioned.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which values threads that only read can share: those in which nothing changes behind the scenes, at any depth. */
final class SharedByReadersTest {
    static Stream<Arguments> whatCanBeShared() {
        return codecs(
                Codecs.INT,
                Codecs.BOXED_INT,
                Codecs.STRING,
                Codecs.BIG_DECIMAL,
                Codecs.INSTANT,
                Codecs.OPTIONAL_INT,
                Codecs.DOUBLE_ARRAY,
                Codecs.array(String.class, Codecs.STRING),
                Codecs.list(Codecs.STRING),
                Codecs.treeSet(Codecs.STRING),
                Codecs.map(Codecs.STRING, Codecs.list(Codecs.INT_ARRAY)),
                Codecs.entry(Codecs.STRING, Codecs.INT),
                Codecs.optional(Codecs.STRING),
                Samples.OPTIMIZER,
                Samples.CONFIG,
                Samples.NODE,
                Samples.SHAPE,
                Versioned.of(with("a", Codecs.INT)));
    }

    /** Each in a container of another sort, as itself, or as a class that may do anything. */
    static Stream<Arguments> whatCannotBeShared() {
        return codecs(
                Codecs.RANDOM,
                Codecs.BIT_SET,
                Codecs.DATE,
                Codecs.list(Codecs.RANDOM),
                Codecs.map(Codecs.DATE, Codecs.INT),
                Codecs.map(Codecs.INT, Codecs.DATE),
                Codecs.entry(Codecs.DATE, Codecs.INT),
                Codecs.entry(Codecs.INT, Codecs.DATE),
                Codecs.array(java.util.Date.class, Codecs.DATE),
                Codecs.optional(Codecs.list(Codecs.BIT_SET)),
                Codecs.any(),
                Codecs.custom(new CustomCodecTest.LinesCodec()),
                Codecs.opaque(Samples.Config.class),
                Samples.SETTINGS,
                Versioned.of(with("a", Codecs.RANDOM)));
    }

    private static Stream<Arguments> codecs(ArtifactCodec<?>... codecs) {
        return Stream.of(codecs).map(codec -> Arguments.of(codec.type().toString(), codec));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatCanBeShared(String type, ArtifactCodec<?> codec) {
        assertThat(codec.canBeShared()).isTrue();
        assertThat(codec.canBeShared()).isTrue();
        assertThat(Codecs.lazy(() -> codec).canBeShared()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatCannotBeShared(String type, ArtifactCodec<?> codec) {
        assertThat(codec.canBeShared()).isFalse();
        assertThat(codec.canBeShared()).isFalse();
        assertThat(Codecs.lazy(() -> codec).canBeShared()).isFalse();
    }

    /** What is not a component is a field of its own, which may change. */
    @Test
    void aRecordWithOtherFieldsThanItsComponentsIsNotShared() {
        assertThat(Versioned.of().canBeShared()).isFalse();
        assertThat(Versioned.of(with("a", Codecs.INT), with("b", Codecs.INT)).canBeShared())
                .isFalse();
    }
}
