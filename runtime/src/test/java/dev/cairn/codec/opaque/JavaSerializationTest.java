package dev.cairn.codec.opaque;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.UnsupportedValueException;
import dev.cairn.codec.internal.OpaqueFormat;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The JDK's serialization, bound to a list of classes. */
final class JavaSerializationTest {
    private static final String HERE = "dev.cairn.codec.opaque.JavaSerializationTest$";

    /** On the list. */
    record Root(int number) implements Serializable {}

    /** Not on it. */
    record Stranger(int number) implements Serializable {}

    /** Its hash code says nothing of what it refers to. */
    private static final class Key implements Serializable {
        private static final long serialVersionUID = 1;

        @SuppressWarnings("serial") // it holds what is serializable
        private final Object content;

        Key(Object content) {
            this.content = content;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && content == key.content;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    private static final class Handler implements InvocationHandler, Serializable {
        private static final long serialVersionUID = 1;

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object[] arguments) {
            return null;
        }
    }

    private static final JavaSerialization FORMAT = of(List.of());

    private static JavaSerialization of(List<Class<?>> others) {
        return new JavaSerialization(AllowedClasses.of(Root.class, others));
    }

    /** What the JDK writes, whatever classes it is of. */
    private static byte[] serialized(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
            stream.writeObject(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] written(Object value) throws IOException {
        Output output = new Output(1 << 10, -1);
        FORMAT.write(value, output);
        return output.toBytes();
    }

    private static Object read(byte[] bytes) throws IOException {
        return FORMAT.read(new Input(bytes), bytes.length);
    }

    private static void assertNotRead(byte[] bytes, String message) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage(message);
    }

    /** The filter of the JDK wraps it. */
    private static void assertFiltered(byte[] bytes, String message) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(InvalidClassException.class)
                .cause()
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage(message);
    }

    private static Object nested(int levels) {
        Object nested = new Object[0];
        for (int i = 1; i < levels; i++) {
            nested = new Object[] {nested};
        }
        return nested;
    }

    @Test
    void isNamedAndNamesItsClasses() {
        JavaSerialization format = of(List.of(Stranger.class));
        assertThat(format.name()).isEqualTo("java");
        assertThat(format.classes()).containsExactly(HERE + "Root", HERE + "Stranger");
    }

    @Test
    void whatWasStoredByKryoIsReadByKryo() {
        assertThat(FORMAT.forStored("java", List.of())).isSameAs(FORMAT);
        OpaqueFormat kryo = FORMAT.forStored("kryo", List.of(HERE + "Root"));
        assertThat(kryo).isInstanceOf(KryoReflection.class);
        assertThat(kryo.classes()).containsExactly(HERE + "Root");
        OpaqueFormat java = new KryoReflection(AllowedClasses.of(Root.class, List.of())).forStored("java", List.of());
        assertThat(java).isInstanceOf(JavaSerialization.class);
        assertThat(java.classes()).containsExactly(HERE + "Root");
    }

    @Test
    void writesWhatTheJdkWrites() throws IOException {
        byte[] random = new byte[100_000];
        Arrays.setAll(new int[random.length], i -> random[i] = (byte) (i * 31 >> 3));
        for (Object value : List.of(
                new Root(7), "text", new ArrayList<>(List.of(1, "a", new Root(8))), new Object[] {random, "end"})) {
            assertThat(written(value)).isEqualTo(serialized(value));
        }
    }

    /** Of it no copy is made, so that it is not looked for what could not be read. */
    @Test
    void whatIsLargeIsWrittenWhole() throws IOException {
        Object[] large = {"before", new byte[9 << 20], "after", nested(501)};
        assertThat(written(large)).isEqualTo(serialized(large));
        assertThatThrownBy(() -> written(nested(501)))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage("nested more than 500 levels deep");
    }

    @Test
    void arraysOfWhatIsAllowedAre() throws IOException {
        Object[] arrays = {
            new Root[] {new Root(1)},
            new Root[][] {{new Root(2)}, {}},
            new boolean[] {true},
            new byte[] {1},
            new short[] {2},
            new char[] {'c'},
            new int[] {3},
            new long[] {4},
            new float[] {5},
            new double[] {6},
            new double[][][] {{{7}}},
            new String[] {"a"}
        };
        assertThat((Object[]) read(written(arrays))).isEqualTo(arrays);
    }

    @Test
    void arraysOfWhatIsNotAllowedAreNot() {
        String refusal = HERE + "Stranger is not allowed: add \"" + HERE + "Stranger\" to @Opaque(allowNames = ...) of "
                + HERE + "Root";
        for (Object stranger :
                List.of(new Stranger(1), new Stranger[0], new Stranger[0][], new Object[] {new Stranger[1][2]})) {
            assertNotRead(serialized(stranger), refusal);
            assertThatThrownBy(() -> written(stranger))
                    .isInstanceOf(UnsupportedValueException.class)
                    .hasMessageStartingWith(HERE + "Stranger is not allowed: add ");
        }
    }

    @Test
    void bytesBehindTheValueAreRefused() throws IOException {
        byte[] bytes = serialized(new Root(7));
        assertThat(read(bytes)).isEqualTo(new Root(7));
        byte[] more = Arrays.copyOf(bytes, bytes.length + 1);
        assertThatThrownBy(() -> read(more))
                .isInstanceOf(StreamCorruptedException.class)
                .hasMessage("the value ends before the bytes do");
    }

    @Test
    void anArrayClaimsNoMoreElementsThanThereAreBytes() throws IOException {
        byte[] bytes = serialized(new byte[] {1, 2, 3});
        int length = bytes.length - 3 - Integer.BYTES;
        assertThat((byte[]) read(bytes)).containsExactly(1, 2, 3);

        ByteBuffer.wrap(bytes).putInt(length, bytes.length);
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(EOFException.class);
        ByteBuffer.wrap(bytes).putInt(length, bytes.length + 1);
        assertFiltered(bytes, "its arrays and references say more elements than there are bytes");
    }

    @Test
    void allArraysTogetherClaimNoMore() {
        byte[] bytes = serialized(new Object[] {new byte[100], new byte[100]});
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int second = bytes.length - 100 - Integer.BYTES;
        assertThat(buffer.getInt(second)).isEqualTo(100);
        buffer.putInt(second, bytes.length - 100);
        assertFiltered(bytes, "its arrays and references say more elements than there are bytes");
    }

    /** The table has 131,072 places, more than a quarter of the bytes. */
    @Test
    void theTableOfAHashSetMayBeLarge() throws IOException {
        Set<Integer> set = IntStream.range(0, 49_153).boxed().collect(Collectors.toCollection(HashSet::new));
        byte[] bytes = written(set);
        assertThat(bytes.length).isLessThan(4 * 131_072);
        assertThat(read(bytes)).isEqualTo(set);
    }

    @Test
    void hashingThatWouldNotEndIsRefusedBeforeAnythingIsRead() {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            list = new ArrayList<>(List.of(list, list));
        }
        assertNotRead(
                serialized(new HashSet<>(List.of(new Key(list)))),
                "its hash tables contain objects that refer to each other so often that hashing them would not end");
    }

    @Test
    void anExceptionThatIsAValueIsStored() throws IOException {
        JavaSerialization format =
                of(List.of(IOException.class, Exception.class, Throwable.class, StackTraceElement.class));
        Output output = new Output(1 << 10, -1);
        format.write(new Object[] {new IOException("kept")}, output);
        Object[] read = (Object[]) format.read(new Input(output.toBytes()), output.position());
        assertThat(read[0]).isExactlyInstanceOf(IOException.class);
        assertThat((IOException) read[0]).hasMessage("kept");
    }

    @Test
    void depthIsLimited() throws IOException {
        assertThat((Object[]) read(serialized(nested(500)))).isEqualTo(nested(500));
        assertFiltered(serialized(nested(501)), "nested more than 500 levels deep");
    }

    @Test
    void proxiesAreNeitherWrittenNorRead() {
        Object proxy = Proxy.newProxyInstance(
                JavaSerializationTest.class.getClassLoader(), new Class<?>[] {Callable.class}, new Handler());
        assertThatThrownBy(() -> written(proxy))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage("a proxy cannot be stored");
        assertNotRead(serialized(proxy), "proxies are not read");
    }
}
