package dev.cairn.codec.opaque;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.Registration;
import com.esotericsoftware.kryo.kryo5.Serializer;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import com.esotericsoftware.kryo.kryo5.objenesis.strategy.StdInstantiatorStrategy;
import com.esotericsoftware.kryo.kryo5.serializers.CompatibleFieldSerializer;
import com.esotericsoftware.kryo.kryo5.serializers.EnumNameSerializer;
import com.esotericsoftware.kryo.kryo5.util.DefaultInstantiatorStrategy;
import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.UnsupportedValueException;
import dev.cairn.codec.internal.ClassesByNumber;
import dev.cairn.codec.value.LeafCodec;
import dev.cairn.codec.value.PrimitiveArrayCodec;
import dev.cairn.codec.value.PrimitiveArrays;
import dev.cairn.codec.value.Scalars;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A Kryo that writes and reads instances of given classes reflectively, and of no others. Not thread-safe. */
final class ReflectiveKryo extends Kryo {
    private static final int FIRST_ARRAY_ID = 100;
    private static final int FIRST_COLLECTION_ID = 200;
    private static final int FIRST_VALUE_ID = 300;
    private static final int FIRST_ALLOWED_ID = 1000;

    /**
     * The collections. The numbers are part of the format: the list may grow at its end and never change otherwise.
     */
    private static final List<Class<?>> COLLECTIONS = List.of(
            String[].class,
            Object[].class,
            double[][].class,
            float[][].class,
            int[][].class,
            ArrayList.class,
            LinkedList.class,
            ArrayDeque.class,
            HashSet.class,
            LinkedHashSet.class,
            TreeSet.class,
            HashMap.class,
            LinkedHashMap.class,
            TreeMap.class);

    private final Class<?> root;

    /**
     * Makes one.
     *
     * @param allowed the classes, of which a stored list may name some that are not here
     */
    ReflectiveKryo(AllowedClasses allowed) {
        super(new ClassesByNumber(), null);
        this.root = allowed.root();
        setRegistrationRequired(true);
        setReferences(true);
        setInstantiatorStrategy(new DefaultInstantiatorStrategy(new StdInstantiatorStrategy()));
        registerJdk();
        List<@Nullable Class<?>> classes = allowed.classes();
        for (int i = 0; i < classes.size(); i++) {
            Class<?> type = classes.get(i);
            if (type != null) {
                register(type, serializer(type), FIRST_ALLOWED_ID + 2 * i);
                register(type.arrayType(), counted(type.arrayType()), FIRST_ALLOWED_ID + 2 * i + 1);
            } else {
                Unread unread = new Unread(allowed.refusal(allowed.names().get(i)));
                register(new Registration(Unread.class, unread, FIRST_ALLOWED_ID + 2 * i));
                register(new Registration(Unread.class, unread, FIRST_ALLOWED_ID + 2 * i + 1));
            }
        }
    }

    private void registerJdk() {
        register(String.class, Scalars.STRING);
        int id = FIRST_VALUE_ID;
        for (LeafCodec<?> codec : Scalars.VALUES) {
            register(codec.javaType(), codec, id++);
        }
        id = FIRST_ARRAY_ID;
        for (PrimitiveArrayCodec<?> codec : PrimitiveArrays.ALL) {
            register(codec.javaType(), codec, id++);
        }
        id = FIRST_COLLECTION_ID;
        for (Class<?> type : COLLECTIONS) {
            register(type, counted(type), id++);
        }
    }

    @SuppressWarnings("unchecked") // Kryo has a serializer of that type
    private Serializer<?> counted(Class<?> type) {
        return new CountedElements<>((Serializer<Object>) getDefaultSerializer(type));
    }

    private Serializer<?> serializer(Class<?> type) {
        if (type.isEnum()) {
            return new EnumNameSerializer(type.asSubclass(Enum.class));
        } else if (type.isRecord()) {
            return new NamedComponentsSerializer(type.asSubclass(Record.class));
        }
        CompatibleFieldSerializer.CompatibleFieldSerializerConfig config =
                new CompatibleFieldSerializer.CompatibleFieldSerializerConfig();
        // Chunks would turn a changed type into a silent zero; without them it is an exception.
        config.setChunkedEncoding(false);
        config.setReadUnknownFieldData(true);
        config.setExtendedFieldNames(true);
        return new CompatibleFieldSerializer<>(this, type, config);
    }

    /** Stands for a class that is in the data, and may not be read. */
    private static final class Unread extends Serializer<Unread> {
        private final String text;

        Unread(String text) {
            this.text = text;
        }

        @Override
        public void write(Kryo kryo, Output output, Unread value) {
            throw new UnsupportedValueException(text);
        }

        @Override
        public Unread read(Kryo kryo, Input input, Class<? extends Unread> type) {
            throw new MalformedArtifactException(text);
        }
    }

    /** Refuses what may not be read here: who has read a class asks for the serializer of its type, which all of them share. */
    @Override
    public @Nullable Registration readClass(Input input) {
        Registration registration = super.readClass(input);
        if (registration != null && registration.getSerializer() instanceof Unread unread) {
            throw new MalformedArtifactException(unread.text);
        }
        return registration;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Kryo declares it
    protected String unregisteredClassMessage(Class type) {
        throw new UnsupportedValueException(
                Unallowed.text(type, root, false)); // not an exception of Kryo, which would add to it
    }
}
