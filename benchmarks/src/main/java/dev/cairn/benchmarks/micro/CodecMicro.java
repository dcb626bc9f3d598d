package dev.cairn.benchmarks.micro;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.ArtifactFormat;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Encodes and decodes a value with the codec that the processor generated for it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked // JMH assigns its fields
public class CodecMicro {
    /** What is encoded. */
    @Param({"long", "record", "list of 1,000 records"})
    public String value;

    private ArtifactCodec<Object> codec;
    private Object object;
    private byte[] bytes;

    /** Makes the value. */
    @Setup
    @SuppressWarnings("unchecked") // each codec gets the value that it is for
    public void prepare() {
        switch (value) {
            case "long" -> {
                codec = (ArtifactCodec<Object>) (ArtifactCodec<?>) KeptCodecs.NUMBER;
                object = 1_234_567L;
            }
            case "record" -> {
                codec = (ArtifactCodec<Object>) (ArtifactCodec<?>) KeptCodecs.POINT;
                object = Kept.Point.of(7);
            }
            default -> {
                codec = (ArtifactCodec<Object>) (ArtifactCodec<?>) KeptCodecs.POINTS;
                object = Kept.Point.list(1_000);
            }
        }
        bytes = encode();
    }

    /** To bytes, with head and schema. */
    @Benchmark
    public byte[] encode() {
        return ArtifactFormat.encode(codec, object).bytes();
    }

    /** Back to the value. */
    @Benchmark
    public @Nullable Object decode() {
        return ArtifactFormat.decode(codec, bytes, hash -> codec.schema().bytes());
    }
}
