package dev.cairn.codec.union;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.value.LeafCodec;
import dev.cairn.codec.value.PrimitiveArrayCodec;
import dev.cairn.codec.value.PrimitiveArrays;
import dev.cairn.codec.value.Scalars;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that say which type a value declared as {@code Object} has. They are part of the format: the lists behind them may
 * grow at their end and never change otherwise.
 */
public final class AnyTags {
    public static final int NULL = 0;
    public static final int COLLECTION = 1;
    public static final int MAP = 2;
    public static final int NAMED = 3;

    private static final int FIRST_LEAF = 4;

    private static final List<ArtifactCodec<?>> LEAVES = leaves();
    private static final Map<Class<?>, Integer> BY_CLASS = byClass();

    private AnyTags() {}

    private static List<ArtifactCodec<?>> leaves() {
        List<ArtifactCodec<?>> leaves = new ArrayList<>();
        leaves.add(Scalars.STRING);
        leaves.addAll(Scalars.PRIMITIVES);
        leaves.addAll(PrimitiveArrays.ALL);
        leaves.addAll(Scalars.VALUES);
        return List.copyOf(leaves);
    }

    private static Map<Class<?>, Integer> byClass() {
        Map<Class<?>, Integer> byClass = new HashMap<>();
        for (int i = 0; i < LEAVES.size(); i++) {
            ArtifactCodec<?> codec = LEAVES.get(i);
            Class<?> type = codec instanceof LeafCodec<?> leaf
                    ? leaf.javaType()
                    : codec instanceof PrimitiveArrayCodec<?> array ? array.javaType() : String.class;
            byClass.put(type, i + FIRST_LEAF);
        }
        return byClass;
    }

    /** The tag of a value without parts; null if it is none that is known here. */
    static @Nullable Integer of(Object value) {
        Class<?> type = value.getClass();
        // The JDK makes instances of hidden subclasses of these.
        if (value instanceof Path) {
            type = Path.class;
        } else if (value instanceof Charset) {
            type = Charset.class;
        } else if (value instanceof ZoneId && !(value instanceof ZoneOffset)) {
            type = ZoneId.class;
        }
        return BY_CLASS.get(type);
    }

    /** The codec of values without parts that have that tag. */
    public static ArtifactCodec<?> leaf(int tag) {
        if (tag < FIRST_LEAF || tag >= FIRST_LEAF + LEAVES.size()) {
            throw new MalformedArtifactException(
                    "type " + tag + " of an Object is not supported by this version; upgrade Cairn");
        }
        return LEAVES.get(tag - FIRST_LEAF);
    }
}
