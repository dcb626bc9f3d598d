package dev.cairn.codec;

import dev.cairn.codec.schema.SchemaSource;
import dev.cairn.codec.schema.StoredSchemas;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The readers that one codec has made for older schemas, by their hashes. Thread-safe. */
final class PlanCache {
    /** Far more versions than a class has; only damaged or hostile data comes here. */
    private static final int MAX_SIZE = 256;

    private final ArtifactCodec<?> codec;
    private final Map<ByteBuffer, ValueReader> readers = new ConcurrentHashMap<>();

    PlanCache(ArtifactCodec<?> codec) {
        this.codec = codec;
    }

    ValueReader reader(byte[] hash, SchemaSource schemas) {
        ByteBuffer key = ByteBuffer.wrap(hash);
        ValueReader known = readers.get(key);
        if (known == null) {
            known = Planner.reader(codec, StoredSchemas.read(hash, schemas));
            if (readers.size() >= MAX_SIZE) {
                readers.clear();
            }
            readers.put(key, known);
        }
        return known;
    }
}
