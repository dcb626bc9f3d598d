package dev.cairn.engine.values;

import static org.assertj.core.api.Assertions.assertThat;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.CodecInput;
import dev.cairn.codec.CodecOutput;
import dev.cairn.codec.Codecs;
import dev.cairn.codec.CustomCodec;
import dev.cairn.codec.FieldValues;
import dev.cairn.codec.PrimitiveFormat;
import dev.cairn.codec.StructCodec;
import dev.cairn.codec.StructField;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.values.ArtifactLoader;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a value that was loaded is stored once more. */
class ArtifactWriterTest {
    private final Datastore datastore = Datastore.inMemory();
    private final ArtifactLoader loader = new ArtifactLoader(datastore);

    private record Point(int x, int y) {}

    /** Points as an older version of the class was stored, and as it is today. */
    private static final class PointCodec extends StructCodec<Point> {
        private final boolean older;

        PointCodec(boolean older) {
            super(
                    Point.class,
                    "com.acme.Point",
                    older
                            ? new StructField[] {field("x", Codecs.INT), field("y", Codecs.INT)}
                            : new StructField[] {field("y", Codecs.INT), field("x", Codecs.INT)});
            this.older = older;
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, Point value) {
            PrimitiveFormat.writeInt(output, older ? value.x() : value.y());
            PrimitiveFormat.writeInt(output, older ? value.y() : value.x());
        }

        @Override
        protected Point readFields(Kryo kryo, Input input) {
            int first = PrimitiveFormat.readInt(input);
            int second = PrimitiveFormat.readInt(input);
            return older ? new Point(first, second) : new Point(second, first);
        }

        @Override
        protected Point create(FieldValues values) {
            return older ? new Point(values.intAt(0), values.intAt(1)) : new Point(values.intAt(1), values.intAt(0));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100_000})
    void whatWasStoredWhenItsTypeHadAnotherShapeIsNotStoredAgainUnlessItChanged(int size) {
        List<Point> points = new ArrayList<>(Collections.nCopies(size, new Point(1, 2)));
        ArtifactRef stored = write(artifact(Codecs.list(new PointCodec(true))), points);
        ArtifactDefinition today = artifact(Codecs.list(new PointCodec(false)));
        @SuppressWarnings("unchecked")
        List<Point> loaded = (List<Point>) loader.value(stored, today.codec());

        assertThat(loaded).isEqualTo(points);
        assertThat(after(stored, today, loaded)).isSameAs(stored);
        HeldValue held = HeldValue.loaded(today, loaded, true);
        loaded.set(0, new Point(2, 1));
        ArtifactRef changed = writer().writeIfChanged(stored, today, loaded, held);
        assertThat(changed.address()).isNotEqualTo(stored.address());
    }

    /** A set in the order of its hash table, which depends on how it came to be. */
    private static final class HashedCodec extends CustomCodec<HashSet<Integer>> {
        HashedCodec() {
            super(HashSet.class, "hashed/1");
        }

        @Override
        protected void write(HashSet<Integer> value, CodecOutput output) {
            value.forEach(output::writeInt);
        }

        @Override
        protected HashSet<Integer> read(CodecInput input) throws IOException {
            HashSet<Integer> value = new HashSet<>();
            while (!input.isAtEnd()) {
                value.add(input.readInt());
            }
            return value;
        }
    }

    @Test
    void ofACustomCodecEncodingsBeforeAndAfterTheStepAreCompared() {
        HashSet<Integer> value = new HashSet<>(1024);
        value.addAll(List.of(1, 16));
        ArtifactDefinition artifact = artifact(Codecs.<HashSet<Integer>>custom(new HashedCodec()));
        ArtifactRef stored = write(artifact, value);
        @SuppressWarnings("unchecked")
        HashSet<Integer> loaded = (HashSet<Integer>) loader.value(stored, artifact.codec());

        assertThat(new ArrayList<>(loaded)).isNotEqualTo(new ArrayList<>(value)); // the premise: its bytes differ
        assertThat(after(stored, artifact, loaded)).isSameAs(stored);
        HeldValue held = HeldValue.loaded(artifact, loaded, true);
        loaded.add(2);
        assertThat(writer().writeIfChanged(stored, artifact, loaded, held)).isNotSameAs(stored);
    }

    @Test
    void whatIsOnlyReplacedIsComparedWithWhatWasThere() {
        ArtifactDefinition artifact = artifact(Codecs.<HashSet<Integer>>custom(new HashedCodec()));
        HashSet<Integer> value = new HashSet<>(List.of(1, 2));
        ArtifactRef stored = write(artifact, value);
        Object loaded = loader.value(stored, artifact.codec());
        HeldValue held = HeldValue.loaded(artifact, loaded, false);

        assertThat(writer().writeIfChanged(stored, artifact, loaded, held)).isSameAs(stored);
        assertThat(writer().writeIfChanged(stored, artifact, new HashSet<>(List.of(2, 1)), held))
                .isSameAs(stored);
        assertThat(writer().writeIfChanged(stored, artifact, new HashSet<>(List.of(2)), held))
                .isNotSameAs(stored);
    }

    @Test
    void whatIsUnchangedLeavesNothingToBeStored() {
        ArtifactDefinition artifact = artifact(Codecs.list(Codecs.BOXED_INT));
        List<Integer> value = new ArrayList<>(Collections.nCopies(5_000, 7));
        ArtifactRef stored = write(artifact, value);
        ArtifactWriter writer = writer();

        assertThat(writer.writeIfChanged(stored, artifact, value, HeldValue.loaded(artifact, value, true)))
                .isSameAs(stored);
        assertThat(writer.blobs()).isEmpty();
    }

    private ArtifactRef after(ArtifactRef stored, ArtifactDefinition artifact, @Nullable Object value) {
        return writer().writeIfChanged(stored, artifact, value, HeldValue.loaded(artifact, value, true));
    }

    private static ArtifactDefinition artifact(ArtifactCodec<?> codec) {
        return ArtifactDefinition.artifact("value", "Object", codec);
    }

    private ArtifactRef write(ArtifactDefinition artifact, Object value) {
        ArtifactWriter writer = writer();
        ArtifactRef ref = writer.write(artifact, value, false);
        writer.blobs().values().forEach(datastore.blobs()::put);
        return ref;
    }

    private ArtifactWriter writer() {
        return new ArtifactWriter(
                loader, new KnownSchemas(), Instant.EPOCH, new LargeArtifacts(Long.MAX_VALUE, line -> {}));
    }
}
