package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter.Status;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's serialization, bound to a list of classes: a name in the data that is not on it is never looked up. Immutable and
 * thread-safe.
 */
final class JavaSerialization implements OpaqueFormat {
    private final Map<String, Class<?>> allowed;
    private final List<String> names;

    JavaSerialization(List<Class<?>> classes) {
        this.names = classes.stream().map(Class::getName).toList();
        this.allowed = classes.stream().collect(Collectors.toMap(Class::getName, Function.identity()));
    }

    @Override
    public String name() {
        return "java";
    }

    @Override
    public List<String> classes() {
        return names;
    }

    @Override
    public void write(Object value, Output output) throws IOException {
        ObjectOutputStream stream = new CheckingOutputStream(output);
        stream.writeObject(value);
        stream.flush();
    }

    @Override
    public Object read(Input input, long limit) throws IOException {
        try {
            return new BoundInputStream(input, limit).readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException(e);
        }
    }

    @Override
    public OpaqueFormat forStored(List<String> stored) {
        return this; // the data has the names
    }

    private @Nullable Class<?> find(String name) {
        Class<?> found = allowed.get(name);
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

    private String notAllowed(String name) {
        return name + " is not allowed: name it in @Opaque(allow = ...) of " + names.get(0);
    }

    private final class CheckingOutputStream extends ObjectOutputStream {
        CheckingOutputStream(OutputStream stream) throws IOException {
            super(stream);
        }

        @Override
        protected void annotateClass(Class<?> type) {
            // Not an IOException: the stream would try to write that one, too.
            if (findAny(type.getName()) == null) {
                throw new UnsupportedValueException(notAllowed(type.getName()));
            }
        }

        @Override
        protected void annotateProxyClass(Class<?> type) {
            throw new UnsupportedValueException("a proxy cannot be stored");
        }
    }

    private final class BoundInputStream extends ObjectInputStream {
        BoundInputStream(InputStream stream, long limit) throws IOException {
            super(stream);
            setObjectInputFilter(info -> info.arrayLength() > limit ? Status.REJECTED : Status.UNDECIDED);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException {
            Class<?> found = findAny(description.getName());
            if (found == null) {
                throw new InvalidClassException(notAllowed(description.getName()));
            }
            return found;
        }

        @Override
        protected Class<?> resolveProxyClass(String[] interfaces) throws IOException {
            throw new InvalidClassException("proxies are not read");
        }
    }
}
