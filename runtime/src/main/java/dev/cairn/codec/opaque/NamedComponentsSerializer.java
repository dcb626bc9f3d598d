package dev.cairn.codec.opaque;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.Serializer;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stores a record within an opaque value by the names of its components. Kryo's own serializer of records goes by position, and
 * reads garbage once the record has changed.
 */
final class NamedComponentsSerializer extends Serializer<Record> {
    private final RecordComponent[] components;
    private final Constructor<? extends Record> constructor;

    NamedComponentsSerializer(Class<? extends Record> type) {
        super(false, true);
        components = type.getRecordComponents();
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new AssertionError("every record has its canonical constructor", e);
        }
        constructor.setAccessible(true);
        Arrays.stream(components).forEach(component -> component.getAccessor().setAccessible(true));
    }

    @Override
    public void write(Kryo kryo, Output output, Record value) {
        output.writeVarInt(components.length, true);
        for (RecordComponent component : components) {
            output.writeString(component.getName());
            try {
                kryo.writeClassAndObject(output, component.getAccessor().invoke(value));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public Record read(Kryo kryo, Input input, Class<? extends Record> type) {
        Map<String, @Nullable Object> stored = new HashMap<>();
        int count = input.readVarInt(true);
        for (int i = 0; i < count; i++) {
            stored.put(input.readString(), kryo.readClassAndObject(input));
        }
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < values.length; i++) {
            @Nullable Object value = stored.get(components[i].getName());
            values[i] = value == null && components[i].getType().isPrimitive() ? zero(components[i].getType()) : value;
        }
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object zero(Class<?> primitive) {
        return Array.get(Array.newInstance(primitive, 1), 0);
    }
}
