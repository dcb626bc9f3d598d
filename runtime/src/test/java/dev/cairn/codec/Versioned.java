package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Any version of a class: its codec has whatever fields a test gives it, its values are maps from their names. */
final class Versioned extends StructCodec<Versioned.Row> {
    /** A value. */
    record Row(Map<String, @Nullable Object> fields) {
        static Row of(@Nullable Object... namesAndValues) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
            }
            return new Row(fields);
        }
    }

    private final List<StructField> fields;

    private Versioned(String name, List<String> formerNames, StructField... fields) {
        super(Row.class, name, formerNames, fields);
        this.fields = Arrays.asList(fields);
    }

    static Versioned of(StructField... fields) {
        return new Versioned("com.acme.Row", List.of(), fields);
    }

    static Versioned named(String name, List<String> formerNames, StructField... fields) {
        return new Versioned(name, formerNames, fields);
    }

    static StructField with(String name, ArtifactCodec<?> codec) {
        return field(name, codec);
    }

    @Override
    protected void writeFields(Kryo kryo, Output output, Row value) {
        fields.forEach(
                field -> write(field.codec(), kryo, output, value.fields().get(field.name())));
    }

    @SuppressWarnings("unchecked")
    private static <T> void write(ArtifactCodec<T> codec, Kryo kryo, Output output, @Nullable Object value) {
        codec.write(kryo, output, (T) value);
    }

    @Override
    protected Row readFields(Kryo kryo, Input input) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field.name(), field.codec().read(kryo, input)));
        return new Row(values);
    }

    @Override
    protected Row create(FieldValues values) {
        Map<String, @Nullable Object> read = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            read.put(fields.get(i).name(), value(values, i));
        }
        return new Row(read);
    }

    /** What generated code asks for. */
    private @Nullable Object value(FieldValues values, int index) {
        ArtifactCodec<?> codec = fields.get(index).codec();
        if (codec == Codecs.INT) {
            return values.intAt(index);
        } else if (codec == Codecs.DOUBLE) {
            return values.doubleAt(index);
        } else if (codec == Codecs.BOOLEAN) {
            return values.booleanAt(index);
        }
        return values.at(index);
    }
}
