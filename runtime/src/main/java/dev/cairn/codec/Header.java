package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.internal.Lengths;
import dev.cairn.codec.internal.Sha256;
import dev.cairn.codec.schema.Schema;

/** The first 36 bytes of an artifact; {@link ArtifactFormat} says what they are. */
final class Header {
    static final int SIZE = 4 + Sha256.LENGTH;
    private static final int MAGIC_1 = 0xCA;
    private static final int MAGIC_2 = 0x1B;
    private static final int VERSION = 1;

    /** Written before the format was fixed; the header and the payloads are the same. */
    private static final int FIRST_VERSION = 0;

    private static final int COMPLETE = 1;
    private static final int PARTLY_OPAQUE = 2;

    private Header() {}

    static void write(Output output, Schema schema) {
        output.writeByte(MAGIC_1);
        output.writeByte(MAGIC_2);
        output.writeByte(VERSION);
        output.writeByte(schema.isComplete() ? COMPLETE : PARTLY_OPAQUE);
        schema.writeHash(output);
    }

    /** Reads the header; the hash of the schema. */
    static byte[] read(Input input) {
        if (Lengths.remaining(input) < SIZE
                || input.readByteUnsigned() != MAGIC_1
                || input.readByteUnsigned() != MAGIC_2) {
            throw new MalformedArtifactException("not a Cairn artifact: wrong magic bytes");
        }
        int version = input.readByteUnsigned();
        if (version != VERSION && version != FIRST_VERSION) {
            throw new MalformedArtifactException(
                    "format version " + version + " is not supported by this version; upgrade Cairn");
        }
        int codec = input.readByteUnsigned();
        if (codec != COMPLETE && codec != PARTLY_OPAQUE) {
            throw new MalformedArtifactException("codec " + codec + " is not supported by this version; upgrade Cairn");
        }
        return input.readBytes(Sha256.LENGTH);
    }
}
