package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.Samples.Box;
import dev.cairn.codec.Samples.Circle;
import dev.cairn.codec.Samples.Config;
import dev.cairn.codec.Samples.Optimizer;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values declared as {@code Object}. */
final class AnyCodecTest {
    private static final ArtifactCodec<Object> ANY =
            Codecs.any(Samples.CONFIG, Samples.SHAPE, Codecs.lazy(() -> Samples.OPTIMIZER));

    private static void assertRefused(@Nullable Object value, String message) {
        assertThatThrownBy(() -> ArtifactFormat.encode(ANY, value))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage(message);
    }

    @Test
    void givesBackWhatWasStored() {
        for (Object value : List.of(
                true,
                (byte) 1,
                (short) 2,
                'c',
                3,
                4L,
                5f,
                6d,
                "text",
                new BigDecimal("1.0"),
                Path.of("a"),
                LocalDate.EPOCH,
                ZoneId.of("Europe/Paris"),
                new int[] {1},
                new byte[] {2},
                List.of(1, List.of("x")),
                new HashSet<>(Set.of(1, 2)),
                new TreeMap<>(Map.of("b", 1, "a", List.of())),
                new Config(1, 2, "x", Optimizer.SGD),
                new Circle(1),
                Optimizer.ADAM)) {
            assertThat(Schemas.roundTrip(ANY, value))
                    .isEqualTo(value)
                    .hasSameClassAs(value instanceof List ? new ArrayList<>() : value);
        }
        assertThat(Schemas.roundTrip(ANY, null)).isNull();
        assertThat(Schemas.roundTrip(ANY, Arrays.asList(1, null))).isEqualTo(Arrays.asList(1, null));
    }

    @Test
    void whatCannotBeStoredIsNamedWithItsPath() {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("plots", List.of("a", 1, new Thread()));
        assertRefused(results, "\"plots\" -> [2]: java.lang.Thread cannot be stored where the declared type is Object");
        assertThatThrownBy(() -> {
                    try {
                        ArtifactFormat.encode(ANY, results);
                    } catch (CodecException e) {
                        throw e.in("results");
                    }
                })
                .hasMessage("results -> \"plots\" -> [2]: java.lang.Thread cannot be stored where the declared type is"
                        + " Object");
        assertRefused(
                List.of(new Box()),
                "[0]: dev.cairn.codec.Samples$Box cannot be stored where the declared type is Object; name it in"
                        + " @Flow(types = ...)");
        assertRefused(
                new HashMap<>(Map.of(new Box(), 1)),
                "element Box: dev.cairn.codec.Samples$Box cannot be stored where the declared type is Object; name it"
                        + " in @Flow(types = ...)");
        assertRefused(new Object[0], "java.lang.Object[] cannot be stored where the declared type is Object");
        assertRefused(
                new java.sql.Timestamp(0) {
                    private static final long serialVersionUID = 1;
                },
                "dev.cairn.codec.AnyCodecTest$1 cannot be stored where the declared type is Object, because it is declared"
                        + " inside a method; make it a static nested class, and name it in @Flow(types = ...)");
        assertRefused((Runnable) () -> {}, "a lambda cannot be stored; store the values that it uses");
        assertRefused(
                Proxy.newProxyInstance(
                        AnyCodecTest.class.getClassLoader(),
                        new Class<?>[] {Runnable.class},
                        (proxy, method, arguments) -> null),
                "a proxy cannot be stored; store what it represents");
    }

    @Test
    void aFieldOfAStructIsNamed() {
        Box box = new Box();
        box.content = List.of(new Thread());
        ArtifactCodec<Map<String, Box>> codec = Codecs.map(Codecs.STRING, Samples.BOX);
        assertThatThrownBy(() -> ArtifactFormat.encode(codec, Map.of("k", box)))
                .hasMessage("\"k\" -> Box.content -> [0]: java.lang.Thread cannot be stored where the declared type is"
                        + " Object");
    }

    @Test
    void subclassesOfDatesAreRefused() {
        assertThatThrownBy(() -> ArtifactFormat.encode(Codecs.list(Codecs.DATE), List.of(new Date() {
                    private static final long serialVersionUID = 1;
                })))
                .hasMessageEndingWith("cannot be stored as a java.util.Date, because it has more content than a Date;"
                        + " use java.time");
    }

    @Test
    void subclassesOfPlainClassesAreRefused() {
        assertThatThrownBy(() -> ArtifactFormat.encode(Codecs.list(Samples.BOX), List.of(new Box() {})))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage("[0]: dev.cairn.codec.AnyCodecTest$3 cannot be stored as its superclass Box, "
                        + "because what it adds would be lost");
    }

    @Test
    void onlyNamedTypesAreGiven() {
        assertThatThrownBy(() -> Codecs.any(Codecs.STRING).type())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("String need not be named: an Object may hold it anyway");
    }

    @Test
    void theOrderOfTheNamedTypesDoesNotMatter() {
        assertThat(Codecs.any(Samples.SHAPE, Samples.CONFIG).schema())
                .isEqualTo(Codecs.any(Samples.CONFIG, Samples.SHAPE).schema());
    }
}
