package dev.cairn.engine.temporal;

import dev.cairn.engine.EngineException;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.payload.codec.PayloadCodec;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Refuses what is too large to pass through Temporal. Only ids, counts and outcomes do; data stays in the datastore. A server would accept
 * up to 2 MB, and fail when a history of that has grown. Changes nothing. Thread-safe.
 */
final class PayloadLimit implements PayloadCodec {
    /** The largest payload, in bytes. */
    static final int MOST_BYTES = 4096;

    /** The largest payload that this process has sent; for tests. */
    static final AtomicInteger LARGEST = new AtomicInteger();

    /** The converter of clients and workers. */
    static DataConverter converter() {
        return new CodecDataConverter(DefaultDataConverter.newDefaultInstance(), List.of(new PayloadLimit()));
    }

    @Override
    public List<Payload> encode(List<Payload> payloads) {
        for (Payload payload : payloads) {
            int bytes = payload.getData().size();
            LARGEST.accumulateAndGet(bytes, Math::max);
            if (bytes > MOST_BYTES) {
                throw new EngineException(
                        "a message of " + bytes + " bytes was not sent to Temporal, because " + MOST_BYTES
                                + " is the limit. Split the flow into fewer branches at this point, or use shorter names of steps.");
            }
        }
        return payloads;
    }

    @Override
    public List<Payload> decode(List<Payload> payloads) {
        return payloads;
    }
}
