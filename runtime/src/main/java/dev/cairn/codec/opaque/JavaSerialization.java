package dev.cairn.codec.opaque;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.UnsupportedValueException;
import dev.cairn.codec.internal.CodecState;
import dev.cairn.codec.internal.OpaqueFormat;
import dev.cairn.codec.internal.StreamFailure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputFilter.Status;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's serialization, bound to a list of classes: a name in the data that is not on it is never looked up. Immutable and
 * thread-safe.
 */
public final class JavaSerialization implements OpaqueFormat {
    private static final long MAX_CHECKED = 64 << 20;
    private static final int MAX_COPIED = 8 << 20;

    /** What each entry of a hash table takes in the stream, as a part of its places in the table. */
    private static final int PLACES_PER_BYTE = 4;

    private final AllowedClasses allowed;

    public JavaSerialization(AllowedClasses allowed) {
        this.allowed = allowed;
    }

    @Override
    public String name() {
        return "java";
    }

    @Override
    public List<String> classes() {
        return allowed.names();
    }

    @Override
    public void write(Object value, Output output) throws IOException {
        Copy copy = new Copy(output);
        ObjectOutputStream stream = new CheckingOutputStream(copy);
        stream.writeObject(value);
        stream.flush();
        SerializedGraph.requireReadable(copy.toByteArray());
    }

    /** Keeps what is written, or nothing if it is much: in what is small it is looked for what could not be read. */
    private static final class Copy extends ByteArrayOutputStream {
        private static final byte[] NOTHING = {};

        private final OutputStream output;
        private boolean whole = true;

        Copy(OutputStream output) {
            this.output = output;
        }

        @Override
        public synchronized void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            try {
                output.write(bytes, offset, length);
            } catch (IOException e) {
                throw new StreamFailure(e);
            }
            whole &= count + length <= MAX_COPIED;
            if (whole) {
                super.write(bytes, offset, length);
            } else {
                buf = NOTHING;
                count = 0;
            }
        }
    }

    @Override
    public Object read(Input input, long limit) throws IOException {
        // Larger ones are not held twice; they are no longer small bytes with large consequences.
        InputStream stream = input;
        long size = limit;
        if (limit <= MAX_CHECKED) {
            byte[] bytes = input.readAllBytes();
            SerializedGraph.requireCheap(bytes);
            stream = new ByteArrayInputStream(bytes);
            size = bytes.length;
        }
        try {
            Object value = new BoundInputStream(stream, size).readObject();
            if (stream != input && stream.available() > 0) {
                throw new StreamCorruptedException("the value ends before the bytes do");
            }
            return value;
        } catch (ClassNotFoundException e) {
            throw new IOException(e);
        }
    }

    @Override
    public OpaqueFormat forStored(String name, List<String> stored) {
        // this format's data has the names
        return name.equals(name()) ? this : new KryoReflection(allowed.asStored(stored));
    }

    private @Nullable Class<?> find(String name) {
        Class<?> found = allowed.find(name);
        return found != null ? found : SerializableJdkClasses.find(name);
    }

    /** The class of a name such as {@code [Lcom.acme.Model;} or {@code [[D}; null if it is not allowed. */
    private @Nullable Class<?> findArray(String name) {
        String component = name.substring(1);
        Class<?> type = component.startsWith("[")
                ? findArray(component)
                : component.startsWith("L")
                        ? find(component.substring(1, component.length() - 1))
                        : SerializableJdkClasses.primitive(component);
        return type == null ? null : type.arrayType();
    }

    private @Nullable Class<?> findAny(String name) {
        return name.startsWith("[") ? findArray(name) : find(name);
    }

    private final class CheckingOutputStream extends ObjectOutputStream {
        CheckingOutputStream(OutputStream stream) throws IOException {
            super(stream);
            enableReplaceObject(true);
        }

        /** Replaces nothing: after a failure the stream would write that one, too, and fail for that. */
        @Override
        protected @Nullable Object replaceObject(@Nullable Object object) {
            if (object instanceof NotSerializableException refusal) {
                throw new UnsupportedValueException(Unallowed.text(refusal), refusal);
            } else if (object instanceof IOException failure && isWritingFailure()) {
                throw new UnsupportedValueException("could not be stored: " + failure, failure);
            }
            return object;
        }

        private static boolean isWritingFailure() {
            return StackWalker.getInstance()
                    .walk(frames ->
                            frames.anyMatch(frame -> frame.getClassName().equals(ObjectOutputStream.class.getName())
                                    && frame.getMethodName().equals("writeFatalException")));
        }

        @Override
        protected void annotateClass(Class<?> type) {
            // Not an IOException: the stream would try to write that one, too.
            if (findAny(type.getName()) == null) {
                throw new UnsupportedValueException(Unallowed.text(type, allowed.root(), true));
            }
        }

        @Override
        protected void annotateProxyClass(Class<?> type) {
            throw new UnsupportedValueException("a proxy cannot be stored");
        }
    }

    private final class BoundInputStream extends ObjectInputStream {
        private final long limit;
        private long claimed;

        BoundInputStream(InputStream stream, long limit) throws IOException {
            super(stream);
            this.limit = limit;
            setObjectInputFilter(this::filter);
        }

        /** Each object, and each element of each array, has a byte of its own: all together they are no more than the bytes. */
        private Status filter(ObjectInputFilter.FilterInfo info) {
            boolean table = info.serialClass() == Map.Entry[].class;
            claimed += Math.max(0, table ? info.arrayLength() / PLACES_PER_BYTE : info.arrayLength());
            if (info.depth() > CodecState.MAX_DEPTH) {
                throw new MalformedArtifactException(SerializedGraph.TOO_DEEP);
            } else if (claimed > limit || info.references() > limit) {
                throw new MalformedArtifactException(
                        "its arrays and references say more elements than there are bytes");
            }
            return Status.UNDECIDED;
        }

        private static String element(String name) {
            String element = name.replaceFirst("^\\[+L?", "");
            return name.equals(element) ? name : element.replaceFirst(";$", "");
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException {
            Class<?> found = findAny(description.getName());
            if (found == null) {
                throw new MalformedArtifactException(allowed.refusal(element(description.getName())));
            }
            return found;
        }

        @Override
        protected Class<?> resolveProxyClass(String[] interfaces) throws IOException {
            throw new MalformedArtifactException("proxies are not read");
        }
    }
}
