package dev.cairn.benchmarks.codecs;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.schema.SchemaSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/** Cairn, with the codec that its processor generated. */
class CairnSerializer implements Serializer {
    private static final int BEGINNING = 1 << 14;
    private static final int PREVIEW_CHARACTERS = 500;
    private static final int CHARACTERS_OF_100_ROWS = 10_000;

    private final ArtifactCodec<Object> codec;

    CairnSerializer(Workload workload) {
        codec = GeneratedCodecs.codec(workload.field());
    }

    final SchemaSource schemas() {
        return hash -> codec.schema().bytes();
    }

    final String beginning(byte[] artifact, int characters) {
        byte[] first = Arrays.copyOf(artifact, Math.min(artifact.length, BEGINNING));
        return ArtifactFormat.beginningText(codec.schema(), first, artifact.length, characters)
                .orElseThrow();
    }

    @Override
    public Object toBytes(Object value) {
        return ArtifactFormat.encode(codec, value).bytes();
    }

    @Override
    public Object fromBytes(byte[] bytes) {
        return Objects.requireNonNull(ArtifactFormat.decode(codec, bytes, schemas()));
    }

    @Override
    public void write(Object value, OutputStream stream) throws IOException {
        ArtifactFormat.write(codec, value, stream);
    }

    @Override
    public Object read(InputStream stream, int size) throws IOException {
        return Objects.requireNonNull(ArtifactFormat.decode(codec, stream, size, schemas()));
    }

    /** Writes a value and makes the text that is stored beside it. */
    static Serializer withPreview(Workload workload) {
        return new CairnSerializer(workload) {
            @Override
            public Object toBytes(Object value) {
                byte[] bytes = (byte[]) super.toBytes(value);
                return new Object[] {bytes, beginning(bytes, PREVIEW_CHARACTERS)};
            }
        };
    }

    /** Reads trees. */
    static Serializer toTree(Workload workload) {
        return new CairnSerializer(workload) {
            @Override
            public Object fromBytes(byte[] bytes) {
                return ArtifactFormat.tree(bytes, schemas());
            }
        };
    }

    /** Reads the text of some hundred elements. */
    static Serializer toBeginning(Workload workload) {
        return new CairnSerializer(workload) {
            @Override
            public Object fromBytes(byte[] bytes) {
                return beginning(bytes, CHARACTERS_OF_100_ROWS);
            }
        };
    }
}
