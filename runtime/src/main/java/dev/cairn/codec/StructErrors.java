package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.KryoException;
import dev.cairn.codec.internal.StreamFailure;
import java.util.List;

/** Finds out in which field of a struct something went wrong, although generated code does not say. */
final class StructErrors {
    private StructErrors() {}

    /** The same problem, seen from the struct: {@code Box.worker} if only one field has the codec that failed, else {@code Box}. */
    static CodecException inField(StructCodec<?> struct, CodecException e) {
        ArtifactCodec<?> origin = e.origin();
        List<String> candidates = struct.fields().stream()
                .filter(field -> field.codec() == origin || field.codec().resolved() == origin)
                .map(StructField::name)
                .toList();
        String field = candidates.size() == 1 ? "." + candidates.get(0) : "";
        return e.inside(struct, struct.simpleName() + field);
    }

    /** What to throw when reading a struct failed: its class may check what it is given, and the bytes or the stream may end. */
    static RuntimeException refused(StructCodec<?> struct, RuntimeException e) {
        if (e instanceof FinalFieldException fixed) {
            return fixed.ofReading(struct);
        } else if (e instanceof KryoException || e instanceof StreamFailure) {
            return e;
        }
        return new MalformedArtifactException("its class refuses what was stored: " + e, e).in(struct.simpleName());
    }
}
