package dev.cairn.benchmarks.micro;

import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Address;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Makes the address of a content, beside SHA-256 of the platform, of which it consists. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked // JMH assigns its fields
public class AddressMicro {
    /** Bytes of the content, and of the array of which it is made. */
    @Param({"64", "16384", "1048576"})
    public int size;

    private byte[] content;
    private MessageDigest digest;

    /** Makes the content. */
    @Setup
    public void prepare() throws NoSuchAlgorithmException {
        content = new byte[size];
        new SplittableRandom(size).nextBytes(content);
        digest = MessageDigest.getInstance("SHA-256");
    }

    /** The address of bytes that are encoded. */
    @Benchmark
    public Address address() {
        return Address.ofContent(content);
    }

    /** An array is encoded, and its address is made: what each artifact costs before it is stored. */
    @Benchmark
    public Address encodeAndAddress() {
        return Address.ofContent(
                ArtifactFormat.encode(Codecs.BYTE_ARRAY, content).bytes());
    }

    /** The limit: one pass by the platform, with a digest that is used again. */
    @Benchmark
    public byte[] sha256() {
        return digest.digest(content);
    }
}
