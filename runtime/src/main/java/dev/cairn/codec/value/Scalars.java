package dev.cairn.codec.value;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.schema.SchemaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All codecs of types without parts, by their text in schemas. */
public final class Scalars {
    public static final StringCodec STRING = new StringCodec();

    public static final List<LeafCodec<?>> PRIMITIVES = List.of(
            PrimitiveCodecs.BOOLEAN,
            PrimitiveCodecs.BYTE,
            PrimitiveCodecs.SHORT,
            PrimitiveCodecs.CHAR,
            PrimitiveCodecs.INT,
            PrimitiveCodecs.LONG,
            PrimitiveCodecs.FLOAT,
            PrimitiveCodecs.DOUBLE);

    public static final List<LeafCodec<?>> VALUES = List.of(
            ValueCodecs.BIG_DECIMAL,
            ValueCodecs.BIG_INTEGER,
            ValueCodecs.UUID,
            ValueCodecs.URI,
            ValueCodecs.PATH,
            ValueCodecs.FILE,
            ValueCodecs.LOCALE,
            ValueCodecs.CURRENCY,
            ValueCodecs.CHARSET,
            ValueCodecs.DATE,
            ValueCodecs.BIT_SET,
            ValueCodecs.OPTIONAL_INT,
            ValueCodecs.OPTIONAL_LONG,
            ValueCodecs.OPTIONAL_DOUBLE,
            TimeCodecs.INSTANT,
            TimeCodecs.DURATION,
            TimeCodecs.PERIOD,
            TimeCodecs.LOCAL_DATE,
            TimeCodecs.LOCAL_TIME,
            TimeCodecs.LOCAL_DATE_TIME,
            TimeCodecs.OFFSET_TIME,
            TimeCodecs.OFFSET_DATE_TIME,
            TimeCodecs.ZONED_DATE_TIME,
            TimeCodecs.YEAR,
            TimeCodecs.YEAR_MONTH,
            TimeCodecs.MONTH_DAY,
            TimeCodecs.ZONE_ID,
            TimeCodecs.ZONE_OFFSET,
            ValueCodecs.RANDOM);

    private static final Map<SchemaType, ArtifactCodec<?>> BY_TYPE = byType();

    private Scalars() {}

    private static Map<SchemaType, ArtifactCodec<?>> byType() {
        List<ArtifactCodec<?>> all = new ArrayList<>(PRIMITIVES);
        PRIMITIVES.forEach(codec -> all.add(codec.boxed()));
        all.addAll(VALUES);
        all.add(STRING);
        Map<SchemaType, ArtifactCodec<?>> byType = new HashMap<>();
        all.forEach(codec -> byType.put(codec.type(), codec));
        return byType;
    }

    /** The codec of a stored type; null if there is none. */
    public static @Nullable ArtifactCodec<?> find(SchemaType type) {
        return BY_TYPE.get(type);
    }

    /** All types without parts. */
    public static Set<SchemaType> types() {
        return BY_TYPE.keySet();
    }
}
