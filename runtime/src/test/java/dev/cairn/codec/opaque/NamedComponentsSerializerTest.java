package dev.cairn.codec.opaque;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.internal.KryoBootstrap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records within opaque values: their components are found by name, whatever has changed. */
final class NamedComponentsSerializerTest {
    static {
        KryoBootstrap.prepare();
    }

    private record Then(String name, int count, @Nullable String gone) {}

    private record Now(
            double added,
            boolean alsoAdded,
            int count,
            @Nullable String label,
            String name) {}

    private record Strict(int count) {
        Strict {
            if (count < 0) {
                throw new IllegalArgumentException("less than nothing");
            }
        }

        @Override
        public int count() {
            if (count == 13) {
                throw new IllegalStateException("bad luck");
            }
            return count;
        }
    }

    private record Loose(int count) {}

    private final Kryo kryo = new Kryo();

    private Input written(Record value) {
        Output output = new Output(200);
        new NamedComponentsSerializer(value.getClass()).write(kryo, output, value);
        return new Input(output.toBytes());
    }

    private <R extends Record> Record read(Class<R> type, Input input) {
        return new NamedComponentsSerializer(type).read(kryo, input, type);
    }

    @Test
    void theSameRecord() {
        for (Then value : new Then[] {new Then("a", 7, "b"), new Then("", -1, null)}) {
            Input input = written(value);
            assertThat(read(Then.class, input)).isEqualTo(value);
            assertThat(input.end()).isTrue();
        }
    }

    @Test
    void componentsMayComeGoAndMove() {
        assertThat(read(Now.class, written(new Then("a", 7, "b")))).isEqualTo(new Now(0, false, 7, null, "a"));
        assertThat(read(Then.class, written(new Now(1.5, true, 8, "x", "c")))).isEqualTo(new Then("c", 8, null));
    }

    @Test
    void kryoTakesItForImmutableAndAsksItForNoNull() {
        NamedComponentsSerializer serializer = new NamedComponentsSerializer(Then.class);
        assertThat(serializer.isImmutable()).isTrue();
        assertThat(serializer.getAcceptsNull()).isFalse();
    }

    @Test
    void whatTheRecordThrowsIsTheReason() {
        assertThatThrownBy(() -> written(new Strict(13)))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("bad luck");
        Input negative = written(new Loose(-1));
        assertThatThrownBy(() -> read(Strict.class, negative))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("less than nothing");
    }
}
