package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.value.LeafCodec;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record of any fields, whose values take no more memory than a record does. */
final class RowCodec extends StructCodec<RowCodec.Row> {
    /** A value. */
    record Row(@Nullable Object[] values) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Row row && Arrays.deepEquals(values, row.values);
        }

        @Override
        public int hashCode() {
            return Arrays.deepHashCode(values);
        }

        @Override
        public String toString() {
            return Arrays.deepToString(values);
        }
    }

    private static final @Nullable Object[] NONE = {};

    private final List<ArtifactCodec<?>> codecs;

    RowCodec(String name, List<String> names, List<ArtifactCodec<?>> codecs) {
        super(Row.class, name, fields(names, codecs));
        this.codecs = codecs;
    }

    private static StructField[] fields(List<String> names, List<ArtifactCodec<?>> codecs) {
        StructField[] fields = new StructField[names.size()];
        Arrays.setAll(fields, i -> field(names.get(i), codecs.get(i)));
        return fields;
    }

    @Override
    protected void writeFields(Kryo kryo, Output output, Row value) {
        for (int i = 0; i < codecs.size(); i++) {
            write(codecs.get(i), kryo, output, value.values()[i]);
        }
    }

    @SuppressWarnings("unchecked") // whoever makes a row knows its fields
    private static <T> void write(ArtifactCodec<T> codec, Kryo kryo, Output output, @Nullable Object value) {
        codec.write(kryo, output, (T) value);
    }

    @Override
    protected Row readFields(Kryo kryo, Input input) {
        @Nullable Object[] values = room();
        for (int i = 0; i < values.length; i++) {
            values[i] = codecs.get(i).read(kryo, input);
        }
        return new Row(values);
    }

    @Override
    protected Row create(FieldValues found) {
        @Nullable Object[] values = room();
        for (int i = 0; i < values.length; i++) {
            if (!found.has(i) && codecs.get(i) instanceof LeafCodec<?> leaf && leaf.isPrimitive()) {
                found.intAt(i); // says that it is missing
            }
            values[i] = found.at(i);
        }
        return new Row(values);
    }

    /** A record without components has no array, either. */
    private @Nullable Object[] room() {
        return codecs.isEmpty() ? NONE : new @Nullable Object[codecs.size()];
    }
}
