package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.Samples.Config;
import dev.cairn.codec.Samples.Optimizer;
import dev.cairn.codec.schema.Schema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Artifacts written to and read from streams. */
final class StreamingTest {
    private static final List<Config> CONFIGS = IntStream.range(0, 20_000)
            .mapToObj(i -> new Config(i / 3.0, i, i % 5 == 0 ? null : "label ü " + i, Optimizer.SGD))
            .toList();

    private static final ArtifactCodec<List<Config>> LIST = Codecs.list(Samples.CONFIG);

    @Test
    void aStreamGetsTheSameBytes() throws IOException {
        Encoded encoded = ArtifactFormat.encode(LIST, CONFIGS);
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        Schema schema = ArtifactFormat.write(LIST, CONFIGS, stream);
        assertThat(stream.toByteArray()).isEqualTo(encoded.bytes());
        assertThat(schema).isEqualTo(encoded.schema());
    }

    @Test
    void aStreamOfDribblesIsRead() throws IOException {
        byte[] bytes = ArtifactFormat.encode(LIST, CONFIGS).bytes();
        InputStream dribble = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 7));
            }
        };
        assertThat(ArtifactFormat.decode(LIST, dribble, bytes.length, new Schemas()))
                .isEqualTo(CONFIGS);
    }

    @Test
    void largeArraysAndStringsPassThrough() throws IOException {
        double[] array = new double[300_000];
        Arrays.setAll(array, i -> i);
        byte[] bytes = ArtifactFormat.encode(Codecs.DOUBLE_ARRAY, array).bytes();
        assertThat(ArtifactFormat.decode(
                        Codecs.DOUBLE_ARRAY, new ByteArrayInputStream(bytes), bytes.length, new Schemas()))
                .isEqualTo(array);
        String text = "aü".repeat(100_000);
        byte[] string = ArtifactFormat.encode(Codecs.STRING, text).bytes();
        assertThat(ArtifactFormat.decode(Codecs.STRING, new ByteArrayInputStream(string), string.length, new Schemas()))
                .isEqualTo(text);
    }

    @Test
    void theHeaderSaysWhichSchemaDescribesAnArtifact() throws IOException {
        byte[] bytes = ArtifactFormat.encode(Codecs.INT, 1).bytes();
        assertThat(ArtifactFormat.isDescribedBy(Codecs.INT.schema(), new ByteArrayInputStream(bytes)))
                .isTrue();
        assertThat(ArtifactFormat.isDescribedBy(Codecs.LONG.schema(), new ByteArrayInputStream(bytes)))
                .isFalse();
        assertThat(ArtifactFormat.schemaHash(Arrays.copyOf(bytes, Header.SIZE)))
                .isEqualTo(Codecs.INT.schema().hash());
        assertThatThrownBy(() -> ArtifactFormat.schemaHash(Arrays.copyOf(bytes, Header.SIZE - 1)))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage("not a Cairn artifact: wrong magic bytes");
    }

    @Test
    void theStreamIsLeftOpen() throws IOException {
        OutputStream stream = new ByteArrayOutputStream() {
            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };
        ArtifactFormat.write(Codecs.INT, 1, stream);
    }

    @Test
    void exceptionsOfStreamsPassThrough() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("disk full");
            }
        };
        assertThatThrownBy(() -> ArtifactFormat.write(LIST, CONFIGS, full))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
        assertThatThrownBy(() -> ArtifactFormat.write(LIST, CONFIGS.subList(0, 1), full)) // with its last bytes
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
        byte[] bytes = ArtifactFormat.encode(LIST, CONFIGS).bytes();
        InputStream broken = new InputStream() {
            private int position;

            @Override
            public int read() throws IOException {
                if (position == 100_000) {
                    throw new IOException("connection lost");
                }
                return bytes[position++];
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                target[offset] = (byte) read();
                return 1;
            }
        };
        assertThatThrownBy(() -> ArtifactFormat.decode(LIST, broken, bytes.length, new Schemas()))
                .isInstanceOf(IOException.class)
                .hasMessage("connection lost");
    }

    /** As a store throws them; they are no fault of the class that was being read. */
    @Test
    void uncheckedExceptionsOfStreamsPassThroughToo() {
        byte[] bytes = ArtifactFormat.encode(LIST, CONFIGS).bytes();
        InputStream closed = new ByteArrayInputStream(bytes, 0, 100_000) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                int count = super.read(target, offset, length);
                if (count < 0) {
                    throw new IllegalStateException("the store is closed");
                }
                return count;
            }
        };
        assertThatThrownBy(() -> ArtifactFormat.decode(LIST, closed, bytes.length, new Schemas()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the store is closed");
    }

    @Test
    void payloadsOfManyValuesLieSideBySide() {
        Output output = new Output(16, -1);
        int[] ends = new int[10];
        for (int i = 0; i < ends.length; i++) {
            ArtifactFormat.writePayload(Samples.CONFIG, CONFIGS.get(i), output);
            ends[i] = output.position();
        }
        byte[] hash = Samples.CONFIG.schema().hash();
        for (int i = 0; i < ends.length; i++) {
            int start = i == 0 ? 0 : ends[i - 1];
            Input input = new Input(output.getBuffer(), start, ends[i] - start);
            assertThat(ArtifactFormat.decodePayload(Samples.CONFIG, input, hash, new Schemas()))
                    .isEqualTo(CONFIGS.get(i));
            Input shown = new Input(output.getBuffer(), start, ends[i] - start);
            assertThat(ArtifactFormat.treeOfPayload(shown, Samples.CONFIG.schema())
                            .toString())
                    .startsWith("Config{");
        }
    }

    @Test
    void aLimitIsExact() {
        Encoded whole = ArtifactFormat.encode(Samples.CONFIG, CONFIGS.get(1));
        int size = whole.bytes().length;
        Encoded fitting = ArtifactFormat.encode(Samples.CONFIG, CONFIGS.get(1), size);
        assertThat(fitting).isNotNull();
        assertThat(fitting.bytes()).isEqualTo(whole.bytes());
        for (int limit = 1; limit < size; limit++) {
            assertThat(ArtifactFormat.encode(Samples.CONFIG, CONFIGS.get(1), limit))
                    .isNull();
        }
        assertThat(ArtifactFormat.encode(Codecs.STRING, "x".repeat(990), 1000)).isNull();
        assertThat(ArtifactFormat.encode(Codecs.STRING, "x".repeat(962), 1000)).isNotNull();
        assertThat(ArtifactFormat.encode(Codecs.STRING, "x".repeat(963), 1000)).isNull();
    }
}
