package dev.cairn.codec.internal;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.util.Pool;

/**
 * The Kryo that is handed to codecs. It looks up no class by a name or number from the data: registration is required, and
 * nothing is registered beside Kryo's primitives. Not thread-safe; {@link #borrow} gives one to a thread.
 */
public final class CodecKryo extends Kryo {
    private static final int KEPT = 64;

    private static final Pool<CodecKryo> POOL;

    static {
        KryoBootstrap.prepare();
        POOL = new Pool<>(true, false, KEPT) {
            @Override
            protected CodecKryo create() {
                return new CodecKryo();
            }
        };
    }

    private final CodecState state = new CodecState();

    private CodecKryo() {
        super(new ClassesByNumber(), null);
        setRegistrationRequired(true);
        setReferences(false);
    }

    public static CodecKryo borrow() {
        CodecKryo kryo = POOL.obtain();
        kryo.state.reset();
        return kryo;
    }

    public static void giveBack(CodecKryo kryo) {
        POOL.free(kryo);
    }

    public CodecState state() {
        return state;
    }
}
