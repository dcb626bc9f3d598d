package dev.cairn.codec.opaque;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.Codecs;
import dev.cairn.codec.Encoded;
import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.NamedCodec;
import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Currency;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Kryo's reflective serializer: what is in stored data stays as it is, and what is not allowed is not read. */
final class KryoReflectionTest {
    static class Base {
        private int size = 1;

        int baseSize() {
            return size;
        }
    }

    /** Has a field of a name that its superclass has, too. */
    static final class Root extends Base {
        private int size = 2;

        @Nullable
        Object content;
    }

    static final class First {}

    static final class Second {}

    private static final String HERE = "dev.cairn.codec.opaque.KryoReflectionTest$";

    private static AllowedClasses allowed(Class<?>... others) {
        return AllowedClasses.of(Root.class, List.of(others));
    }

    private static byte[] written(Object value) {
        Output output = new Output(1 << 10, -1);
        new KryoReflection(allowed()).write(value, output);
        return output.toBytes();
    }

    private static Object read(byte[] bytes) {
        return new KryoReflection(allowed()).read(new Input(bytes), bytes.length);
    }

    private static void assertNumbered(int first, Class<?>... types) {
        ReflectiveKryo kryo = new ReflectiveKryo(allowed(First.class, Second.class));
        for (int i = 0; i < types.length; i++) {
            assertThat(kryo.getRegistration(types[i]).getId())
                    .as(types[i].getName())
                    .isEqualTo(first + i);
            assertThat(kryo.getRegistration(first + i).getType()).isEqualTo(types[i]);
        }
    }

    @Test
    void classesHaveTheNumbersThatAreStored() {
        assertNumbered(1, String.class);
        assertNumbered(
                100,
                boolean[].class,
                byte[].class,
                short[].class,
                char[].class,
                int[].class,
                long[].class,
                float[].class,
                double[].class);
        assertNumbered(
                200,
                String[].class,
                Object[].class,
                double[][].class,
                float[][].class,
                int[][].class,
                ArrayList.class,
                LinkedList.class,
                ArrayDeque.class,
                HashSet.class,
                LinkedHashSet.class,
                TreeSet.class,
                HashMap.class,
                LinkedHashMap.class,
                TreeMap.class);
        assertNumbered(
                300,
                BigDecimal.class,
                BigInteger.class,
                UUID.class,
                URI.class,
                Path.class,
                File.class,
                Locale.class,
                Currency.class,
                Charset.class,
                Date.class,
                BitSet.class,
                OptionalInt.class,
                OptionalLong.class,
                OptionalDouble.class,
                Instant.class,
                Duration.class,
                Period.class,
                LocalDate.class,
                LocalTime.class,
                LocalDateTime.class,
                OffsetTime.class,
                OffsetDateTime.class,
                ZonedDateTime.class,
                Year.class,
                YearMonth.class,
                MonthDay.class,
                ZoneId.class,
                ZoneOffset.class,
                Random.class);
        assertNumbered(1000, Root.class, Root[].class, First.class, First[].class, Second.class, Second[].class);
    }

    /** Their names are in the bytes: the class before the field. */
    @Test
    void fieldsOfOneNameAreToldByTheirClass() {
        Root root = new Root();
        root.size = 7;
        byte[] bytes = written(root);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains("Root.siz", "Base.siz", "Root.conten");
        Root read = (Root) read(bytes);
        assertThat(read.size).isEqualTo(7);
        assertThat(read.baseSize()).isEqualTo(1);
    }

    @Test
    void bytesBehindTheValueAreRefused() {
        byte[] bytes = written(new Root());
        byte[] more = Arrays.copyOf(bytes, bytes.length + 1);
        assertThatThrownBy(() -> read(more))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage("Kryo did not read all that was written");
    }

    @Test
    void eachClassThatIsNoLongerAllowedIsNamed() {
        NamedCodec<Root> then = Codecs.opaque(Root.class, First.class, Second.class);
        for (Object content : new Object[] {new First(), new Second(), new First[1], new Second[1]}) {
            Root root = new Root();
            root.content = content;
            Encoded stored = ArtifactFormat.encode(then, root);
            String name = HERE + (content instanceof First || content instanceof First[] ? "First" : "Second");
            assertThatThrownBy(() -> ArtifactFormat.decode(
                            Codecs.opaque(Root.class),
                            stored.bytes(),
                            hash -> stored.schema().bytes()))
                    .isInstanceOf(MalformedArtifactException.class)
                    .hasMessage(name + " is not allowed: add \"" + name + "\" to @Opaque(allowNames = ...) of " + HERE
                            + "Root");
        }
    }
}
