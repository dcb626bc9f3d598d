package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** What the JDK's serialization would write, and nobody could read, is not stored. */
final class SerializedValuesTest {
    /** Its hash code says nothing of what it holds. */
    static final class Bag implements Serializable {
        private static final long serialVersionUID = 1;

        @SuppressWarnings("serial") // it holds what is serializable
        private final Object content;

        Bag(Object content) {
            this.content = content;
        }
    }

    private static final long DEEP_STACK = 64L << 20;

    private static final NamedCodec<Bag> BAG = Codecs.opaque(Bag.class);

    private static Object nested(int levels) {
        Object nested = "innermost";
        for (int i = 0; i < levels; i++) {
            nested = new ArrayList<>(List.of(nested));
        }
        return nested;
    }

    private static List<Object> doubled(int levels) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < levels; i++) {
            list = new ArrayList<>(List.of(list, list));
        }
        return list;
    }

    /** In a thread whose stack suffices: on JDK 25 each level takes more of it. */
    @Test
    void whatIsNestedTooDeep() throws Exception {
        FutureTask<Bag> read = new FutureTask<>(() -> Schemas.roundTrip(BAG, new Bag(nested(400))));
        new Thread(null, read, "deep stack", DEEP_STACK).start();
        assertThat(read.get()).isNotNull();
        assertThat(read.get().content).isEqualTo(nested(400));
        FutureTask<Encoded> refused = new FutureTask<>(() -> ArtifactFormat.encode(BAG, new Bag(nested(500))));
        new Thread(null, refused, "deep stack", DEEP_STACK).start();
        assertThatThrownBy(refused::get)
                .cause()
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessageEndingWith("nested more than 500 levels deep");
    }

    @Test
    void whatWouldBeHashedForEver() {
        Bag cheap = new Bag(new HashSet<>(Set.of(new Bag(doubled(10)))));
        assertThat(Schemas.roundTrip(BAG, cheap)).isNotNull();
        Bag dear = new Bag(new HashSet<>(Set.of(new Bag(doubled(40)))));
        assertThatThrownBy(() -> ArtifactFormat.encode(BAG, dear))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessageEndingWith(
                        "its hash tables contain objects that refer to each other so often that hashing them would not end");
    }
}
