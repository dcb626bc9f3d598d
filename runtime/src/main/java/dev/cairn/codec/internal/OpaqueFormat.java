package dev.cairn.codec.internal;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import java.io.IOException;
import java.util.List;

/** A reflective serializer that is bound to a list of classes. Thread-safe. */
public interface OpaqueFormat {
    /** What schemas call it. */
    String name();

    /** The names of the classes, in the order of their ids. */
    List<String> classes();

    void write(Object value, Output output) throws IOException;

    /**
     * Reads what {@link #write} wrote.
     *
     * @param limit how many bytes there are at most: lengths beyond it are not believed
     */
    Object read(Input input, long limit) throws IOException;

    /**
     * The format to read what was written when the list was {@code stored}: only classes of today's list are read.
     *
     * @param name the name of the format that wrote it: that of a class is another one since the class became serializable
     */
    OpaqueFormat forStored(String name, List<String> stored);
}
