package dev.cairn.codec;

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
}
