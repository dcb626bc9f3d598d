package dev.cairn.codec.opaque;

import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.UnsupportedValueException;
import dev.cairn.codec.internal.CodecState;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.ObjectStreamConstants;
import java.io.StreamCorruptedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a stream of the JDK's serialization without making any object, and estimates what hashing costs when it is read: a
 * hash table hashes each element with all that it refers to, and where two elements refer to one object it is hashed twice, so that a
 * thousand bytes of sets in sets can take for ever. Confined to one thread.
 *
 * <p>The grammar is that of the Java Object Serialization Specification, chapter 6.4. A class whose {@code writeObject} does not
 * begin with the default fields does not follow it; what then cannot be understood is left to the reader.
 */
final class SerializedGraph {
    /** So many visits to objects are a second or less, and no program that had to hash them when it made them had more. */
    private static final long MAX_HASHED = 50_000_000;

    static final String TOO_DEEP = "nested more than " + CodecState.MAX_DEPTH + " levels deep";

    private static final String TOO_DEAR =
            "its hash tables contain objects that refer to each other so often that hashing them would not end";

    private static final long TOO_LARGE = Long.MAX_VALUE / 4;

    private final DataInputStream stream;

    /** What was given a handle: descriptions of classes, and of all else how many objects are below it, as if none were shared. */
    private final List<Object> handles = new ArrayList<>();

    private long hashed;
    private int depth;
    private boolean tooDeep;

    private SerializedGraph(byte[] bytes) {
        this.stream = new DataInputStream(new ByteArrayInputStream(bytes));
    }

    /**
     * Refuses a stream of which hashing costs too much.
     *
     * @throws MalformedArtifactException if it does
     */
    static void requireCheap(byte[] bytes) {
        if (hashed(bytes) > MAX_HASHED) {
            throw new MalformedArtifactException(TOO_DEAR);
        }
    }

    /** How many visits to objects hashing costs; where it is more than the limit, any number above it. */
    static long hashed(byte[] bytes) {
        return of(bytes).hashed;
    }

    /**
     * Refuses to store what would be refused to whoever reads it.
     *
     * @throws UnsupportedValueException if it would
     */
    static void requireReadable(byte[] bytes) {
        SerializedGraph graph = of(bytes);
        if (graph.hashed > MAX_HASHED) {
            throw new UnsupportedValueException(TOO_DEAR);
        } else if (graph.tooDeep) {
            throw new UnsupportedValueException(TOO_DEEP);
        }
    }

    private static SerializedGraph of(byte[] bytes) {
        SerializedGraph graph = new SerializedGraph(bytes);
        try {
            graph.stream.readInt(); // magic and version
            graph.content();
        } catch (IOException | RuntimeException e) {
            // Whoever reads the objects says what is wrong with it.
        }
        return graph;
    }

    /**
     * A class.
     *
     * @param fields the type codes of its fields, in order
     * @param superclass null if it has none that is serializable
     */
    private record Description(
            String name,
            int flags,
            List<Character> fields,
            @Nullable Description superclass) {}

    /** Passes an object; its weight. */
    private long content() throws IOException {
        return content(stream.readByte());
    }

    private long content(byte tag) throws IOException {
        tooDeep |= ++depth > CodecState.MAX_DEPTH;
        if (tooDeep || hashed > MAX_HASHED) {
            throw new StreamCorruptedException();
        }
        long weight = switch (tag) {
            case ObjectStreamConstants.TC_NULL -> 0;
            case ObjectStreamConstants.TC_REFERENCE -> reference() instanceof Long known ? known : 1;
            case ObjectStreamConstants.TC_STRING -> string(stream.readUnsignedShort());
            case ObjectStreamConstants.TC_LONGSTRING -> string(stream.readLong());
            case ObjectStreamConstants.TC_CLASSDESC, ObjectStreamConstants.TC_PROXYCLASSDESC -> {
                newDescription(tag);
                yield 1;
            }
            case ObjectStreamConstants.TC_CLASS -> {
                description();
                yield named();
            }
            case ObjectStreamConstants.TC_ENUM -> {
                description();
                long constant = named();
                content();
                yield constant;
            }
            case ObjectStreamConstants.TC_ARRAY -> array(description());
            case ObjectStreamConstants.TC_OBJECT -> object(description());
            default -> throw new StreamCorruptedException();
        };
        depth--;
        return weight;
    }

    private Object reference() throws IOException {
        return handles.get(stream.readInt() - ObjectStreamConstants.baseWireHandle);
    }

    private long named() {
        handles.add(1L);
        return 1;
    }

    private long string(long length) throws IOException {
        stream.skipNBytes(length);
        return named();
    }

    private @Nullable Description description() throws IOException {
        byte tag = stream.readByte();
        return switch (tag) {
            case ObjectStreamConstants.TC_NULL -> null;
            case ObjectStreamConstants.TC_REFERENCE -> (Description) reference();
            default -> newDescription(tag);
        };
    }

    private Description newDescription(byte tag) throws IOException {
        if (tag != ObjectStreamConstants.TC_CLASSDESC) {
            throw new StreamCorruptedException(); // proxies are not read
        }
        String name = stream.readUTF();
        stream.readLong();
        int handle = handles.size();
        handles.add(1L);
        int flags = stream.readByte();
        List<Character> fields = new ArrayList<>();
        for (int count = stream.readUnsignedShort(); count > 0; count--) {
            char type = (char) stream.readUnsignedByte();
            stream.readUTF();
            if (type == 'L' || type == '[') {
                content();
            }
            fields.add(type);
        }
        annotation(0, 1);
        Description description = new Description(name, flags, fields, description());
        handles.set(handle, description);
        return description;
    }

    private long array(@Nullable Description type) throws IOException {
        int handle = handles.size();
        named();
        int length = stream.readInt();
        char component = Objects.requireNonNull(type).name().charAt(1);
        long weight = 1;
        if (component == 'L' || component == '[') {
            for (int i = 0; i < length; i++) {
                weight = sum(weight, content());
            }
        } else {
            stream.skipNBytes((long) length * bytes(component));
        }
        handles.set(handle, weight);
        return weight;
    }

    private long object(@Nullable Description type) throws IOException {
        int handle = handles.size();
        named();
        List<Description> hierarchy = new ArrayList<>();
        for (@Nullable Description next = type; next != null; next = next.superclass()) {
            hierarchy.add(0, next);
        }
        long weight = 1;
        for (Description next : hierarchy) {
            if ((next.flags() & ObjectStreamConstants.SC_SERIALIZABLE) != 0) {
                for (char field : next.fields()) {
                    weight = sum(weight, field(field));
                }
            }
            int written =
                    next.flags() & (ObjectStreamConstants.SC_WRITE_METHOD | ObjectStreamConstants.SC_EXTERNALIZABLE);
            if (written != 0) {
                weight = annotation(hashedEvery(next.name()), weight);
            }
        }
        handles.set(handle, weight);
        return weight;
    }

    private long field(char type) throws IOException {
        if (type == 'L' || type == '[') {
            return content();
        }
        stream.skipNBytes(bytes(type));
        return 0;
    }

    private static int bytes(char type) throws IOException {
        return switch (type) {
            case 'B', 'Z' -> 1;
            case 'C', 'S' -> 2;
            case 'I', 'F' -> 4;
            case 'J', 'D' -> 8;
            default -> throw new StreamCorruptedException();
        };
    }

    /** Of what a class writes itself, each so many-th object is hashed: all of a set, the keys of a map; none where it is 0. */
    private static int hashedEvery(String name) {
        if (name.endsWith("HashSet")) {
            return 1;
        }
        return name.endsWith("HashMap") || name.endsWith("Hashtable") ? 2 : 0;
    }

    private long annotation(int hashedEvery, long start) throws IOException {
        long weight = start;
        int count = 0;
        while (true) {
            byte tag = stream.readByte();
            if (tag == ObjectStreamConstants.TC_ENDBLOCKDATA) {
                return weight;
            } else if (tag == ObjectStreamConstants.TC_BLOCKDATA) {
                stream.skipNBytes(stream.readUnsignedByte());
            } else if (tag == ObjectStreamConstants.TC_BLOCKDATALONG) {
                stream.skipNBytes(stream.readInt());
            } else {
                long object = content(tag);
                if (hashedEvery > 0 && count++ % hashedEvery == 0) {
                    hashed = sum(hashed, object);
                }
                weight = sum(weight, object);
            }
        }
    }

    private static long sum(long one, long other) {
        return Math.min(TOO_LARGE, one + other);
    }
}
