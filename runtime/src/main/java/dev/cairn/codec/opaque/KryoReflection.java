package dev.cairn.codec.opaque;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import com.esotericsoftware.kryo.kryo5.util.Pool;
import dev.cairn.codec.internal.BlockFormat;
import dev.cairn.codec.internal.KryoBootstrap;
import dev.cairn.codec.internal.OpaqueFormat;
import java.util.List;

/**
 * Kryo's reflective serializer, field by field and by name, bound to a list of classes. Classes are known by their numbers in
 * the list, never by names in the data. Thread-safe.
 */
public final class KryoReflection implements OpaqueFormat {
    private static final int KEPT = 16;

    private final AllowedClasses allowed;
    private final Pool<Kryo> pool;

    public KryoReflection(AllowedClasses allowed) {
        KryoBootstrap.prepare();
        this.allowed = allowed;
        this.pool = new Pool<>(true, false, KEPT) {
            @Override
            protected Kryo create() {
                return new ReflectiveKryo(allowed);
            }
        };
    }

    @Override
    public String name() {
        return "kryo";
    }

    @Override
    public List<String> classes() {
        return allowed.names();
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
    public OpaqueFormat forStored(String name, List<String> stored) {
        return name.equals(name()) ? new KryoReflection(allowed.asStored(stored)) : new JavaSerialization(allowed);
    }
}
