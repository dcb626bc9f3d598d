package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.CairnException;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The codec of a class that is a name and bytes, and that a parameter names by a text. Immutable and thread-safe. */
final class NamedBytesCodec<T> extends StructCodec<T> {
    private final Function<T, String> name;
    private final Function<T, byte[]> bytes;
    private final BiFunction<String, byte[], T> create;
    private final Function<String, T> parse;

    NamedBytesCodec(
            Class<T> type,
            Function<T, String> name,
            Function<T, byte[]> bytes,
            BiFunction<String, byte[], T> create,
            Function<String, T> parse) {
        super(type, type.getName(), field("name", Codecs.STRING), field("content", Codecs.BYTE_ARRAY));
        this.name = name;
        this.bytes = bytes;
        this.create = create;
        this.parse = parse;
    }

    @Override
    protected void writeFields(Kryo kryo, Output output, T value) {
        byte[] content = bytes.apply(value);
        Codecs.STRING.write(kryo, output, name.apply(value));
        Codecs.BYTE_ARRAY.write(kryo, output, content);
    }

    @Override
    protected T readFields(Kryo kryo, Input input) {
        return create(Codecs.STRING.read(kryo, input), Codecs.BYTE_ARRAY.read(kryo, input));
    }

    @Override
    protected T create(FieldValues values) {
        return create(values.at(0), values.at(1));
    }

    private T create(@Nullable String name, byte @Nullable [] content) {
        return create.apply(name == null ? "" : name, content == null ? new byte[0] : content);
    }

    @Override
    @Nullable
    public T fromTree(Tree tree) {
        if (tree instanceof Tree.Scalar scalar && scalar.value() instanceof String text) {
            try {
                return parse.apply(text);
            } catch (CairnException | IllegalArgumentException e) {
                throw new TreeConversionException(String.valueOf(e.getMessage()), e);
            }
        }
        return super.fromTree(tree);
    }
}
