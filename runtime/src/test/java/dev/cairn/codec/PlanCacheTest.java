package dev.cairn.codec;

import static dev.cairn.codec.Versioned.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.esotericsoftware.kryo.kryo5.io.Input;
import dev.cairn.codec.Versioned.Row;
import dev.cairn.codec.internal.Decoding;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How a stored schema is read is found out once, and not kept for ever. */
final class PlanCacheTest {
    private final Schemas schemas = new Schemas();
    private final AtomicInteger asked = new AtomicInteger();
    private final PlanCache cache = new PlanCache(Versioned.of(with("n", Codecs.LONG)));

    /** Reads what an older version stored, which is different for each number. */
    private Object read(int number) {
        Versioned then = Versioned.of(with("n", Codecs.INT), with("gone" + number, Codecs.STRING));
        byte[] artifact = schemas.encode(then, Row.of("n", number, "gone" + number, "x"));
        ValueReader reader = cache.reader(then.schema().hash(), hash -> {
            asked.incrementAndGet();
            return schemas.read(hash);
        });
        return Decoding.whole(reader, new Input(Arrays.copyOfRange(artifact, Header.SIZE, artifact.length)));
    }

    @Test
    void aSchemaIsAskedForOnce() {
        for (int i = 0; i < 3; i++) {
            assertThat(read(7)).isEqualTo(Row.of("n", 7L));
            assertThat(read(8)).isEqualTo(Row.of("n", 8L));
        }
        assertThat(asked).hasValue(2);
    }

    @Test
    void afterTwoHundredFiftySixItBeginsAnew() {
        for (int i = 0; i < 256; i++) {
            read(i);
        }
        read(0);
        assertThat(asked).hasValue(256);
        assertThat(read(256)).isEqualTo(Row.of("n", 256L));
        assertThat(asked).hasValue(257);
        assertThat(read(0)).isEqualTo(Row.of("n", 0L));
        read(256);
        assertThat(asked).hasValue(258);
    }
}
