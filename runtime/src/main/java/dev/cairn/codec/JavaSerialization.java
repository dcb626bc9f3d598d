package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
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
    public Object read(Input input) throws IOException {
        try {
            return new BoundInputStream(input).readObject();
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

    private Class<?> require(String name) throws InvalidClassException {
        Class<?> found = name.startsWith("[") ? findArray(name) : find(name);
        if (found == null) {
            throw new InvalidClassException(name, "not allowed: name it in @Opaque(allow = ...) of " + names.get(0));
        }
        return found;
    }

    private final class CheckingOutputStream extends ObjectOutputStream {
        CheckingOutputStream(OutputStream stream) throws IOException {
            super(stream);
        }

        @Override
        protected void annotateClass(Class<?> type) throws IOException {
            require(type.getName());
        }

        @Override
        protected void annotateProxyClass(Class<?> type) throws IOException {
            throw new InvalidClassException(type.getName(), "proxies cannot be stored");
        }
    }

    private final class BoundInputStream extends ObjectInputStream {
        BoundInputStream(InputStream stream) throws IOException {
            super(stream);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException {
            return require(description.getName());
        }

        @Override
        protected Class<?> resolveProxyClass(String[] interfaces) throws IOException {
            throw new InvalidClassException("proxies are not read");
        }
    }
}
