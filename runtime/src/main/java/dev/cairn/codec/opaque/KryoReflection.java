package dev.cairn.codec.opaque;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import com.esotericsoftware.kryo.kryo5.util.Pool;
import dev.cairn.codec.internal.BlockFormat;
import dev.cairn.codec.internal.KryoBootstrap;
import dev.cairn.codec.internal.OpaqueFormat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Kryo's reflective serializer, field by field and by name, bound to a list of classes. Classes are known by their numbers in
 * the list, never by names in the data. Thread-safe.
 */
public final class KryoReflection implements OpaqueFormat {
    private static final int KEPT = 16;

    private final String root;
    private final List<String> names;
    private final List<@Nullable Class<?>> classes;
    private final Pool<Kryo> pool;

    public KryoReflection(List<Class<?>> classes) {
        this(classes.get(0).getName(), classes.stream().map(Class::getName).toList(), new ArrayList<>(classes));
    }

    private KryoReflection(String root, List<String> names, List<@Nullable Class<?>> classes) {
        KryoBootstrap.prepare();
        this.root = root;
        this.names = names;
        this.classes = classes;
        this.pool = new Pool<>(true, false, KEPT) {
            @Override
            protected Kryo create() {
                return new ReflectiveKryo(root, names, classes);
            }
        };
    }

    @Override
    public String name() {
        return "kryo";
    }

    @Override
    public List<String> classes() {
        return names;
    }

    @Override
    public void write(Object value, Output output) {
        Kryo kryo = pool.obtain();
        kryo.writeClassAndObject(output, value);
        pool.free(kryo);
    }

    @Override
    public Object read(Input input, long limit) {
        Kryo kryo = pool.obtain();
        CautiousInput cautious = new CautiousInput(input, limit);
        Object value = kryo.readClassAndObject(cautious);
        BlockFormat.finish(cautious, "Kryo");
        pool.free(kryo);
        return value;
    }

    @Override
    public OpaqueFormat forStored(List<String> stored) {
        List<@Nullable Class<?>> allowed = new ArrayList<>();
        for (String name : stored) {
            int index = names.indexOf(name);
            allowed.add(index < 0 ? null : classes.get(index));
        }
        return new KryoReflection(root, stored, allowed);
    }
}
