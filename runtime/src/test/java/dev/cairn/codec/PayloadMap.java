package dev.cairn.codec;

import dev.cairn.codec.schema.Definition;
import dev.cairn.codec.schema.Schema;
import dev.cairn.codec.schema.SchemaType;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Where in a payload each part of a value is, so that one may be changed without the others. Written from {@code docs/format.md}, for
 * payloads that codecs wrote; it knows no codec.
 */
final class PayloadMap {
    /** What some bytes are. */
    enum Kind {
        /** How many elements, characters or bytes follow; or that plus one. */
        COUNT,
        /** The number of a constant, subtype, tag or kind; or whether there is a value. */
        CHOICE,
        /** A field, element, key or value: all of it. */
        PART
    }

    /** Some bytes, up to {@code end}, which is not one of them. */
    record Span(Kind kind, int start, int end) {}

    private static final List<String> PRIMITIVES = List.of("bool", "i8", "i16", "char", "i32", "i64", "f32", "f64");

    private static final List<String> VALUES =
            List.of(("bigdecimal biginteger uuid uri path file locale currency charset date bitset optionalint"
                            + " optionallong optionaldouble instant duration period localdate localtime localdatetime"
                            + " offsettime offsetdatetime zoneddatetime year yearmonth monthday zoneid zoneoffset random")
                    .split(" "));

    private final Schema schema;
    private final byte[] payload;
    private final List<Span> spans = new ArrayList<>();
    private int position;

    private PayloadMap(Schema schema, byte[] payload) {
        this.schema = schema;
        this.payload = payload;
    }

    /** The parts of a payload, from the innermost of the first to the whole. */
    static List<Span> of(Schema schema, byte[] payload) {
        PayloadMap map = new PayloadMap(schema, payload);
        map.part(schema.root());
        if (map.position != payload.length) {
            throw new AssertionError(
                    "the map ends at " + map.position + " of " + HexFormat.of().formatHex(payload) + ": " + schema);
        }
        return map.spans;
    }

    private void part(SchemaType type) {
        int start = position;
        if (type instanceof SchemaType.Scalar scalar) {
            if (!scalar.name().equals("string") && (scalar.nullable() || !isPrimitive(scalar.name()))) {
                if (choice() == 0) {
                    spans.add(new Span(Kind.PART, start, position));
                    return;
                }
            }
            scalar(scalar.name());
        } else if (type instanceof SchemaType.Named named) {
            whole(schema.definition(named.name()));
        } else {
            parametric((SchemaType.Parametric) type);
        }
        spans.add(new Span(Kind.PART, start, position));
    }

    private static boolean isPrimitive(String name) {
        return PRIMITIVES.contains(name);
    }

    private long varint(Kind kind) {
        int start = position;
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = payload[position++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                spans.add(new Span(kind, start, position));
                return value;
            }
        }
    }

    private long choice() {
        return varint(Kind.CHOICE);
    }

    private int count() {
        return (int) varint(Kind.COUNT);
    }

    private void i64() {
        for (int i = 0; i < 8 && payload[position] < 0; i++) {
            position++;
        }
        position++;
    }

    private void whole(Definition definition) {
        long chosen = choice();
        if (chosen == 0) {
            return;
        } else if (definition instanceof Definition.Sealed sealed) {
            body(schema.definition(sealed.permitted().get((int) chosen - 1)));
        } else if (!(definition instanceof Definition.Enumeration)) {
            body(definition);
        }
    }

    private void body(Definition definition) {
        if (definition instanceof Definition.Struct struct) {
            struct.fields().forEach(field -> part(field.type()));
        } else if (definition instanceof Definition.Sealed sealed) {
            body(schema.definition(sealed.permitted().get((int) choice())));
        } else if (definition instanceof Definition.Enumeration) {
            choice();
        } else {
            int header;
            do {
                header = count();
                position += header >> 1;
            } while ((header & 1) == 0);
        }
    }

    private void parametric(SchemaType.Parametric type) {
        List<SchemaType> arguments = type.arguments();
        switch (type.name()) {
            case "any" -> object(type);
            case "optional" -> {
                if (choice() == 2) {
                    part(arguments.get(0));
                }
            }
            case "entry" -> {
                if (choice() == 1) {
                    arguments.forEach(this::part);
                }
            }
            case "array" -> {
                if (arguments.get(0) instanceof SchemaType.Scalar scalar
                        && !scalar.nullable()
                        && isPrimitive(scalar.name())) {
                    primitives(scalar.name(), count() - 1);
                } else {
                    elements(count() - 1, arguments);
                }
            }
            case "collection", "set", "map" -> {
                if (choice() != 0) {
                    elements(count(), arguments);
                }
            }
            default -> elements(count() - 1, arguments);
        }
    }

    private void elements(int count, List<SchemaType> types) {
        for (int i = 0; i < count; i++) {
            types.forEach(this::part);
        }
    }

    private void primitives(String name, int count) {
        int size = switch (name) {
            case "bool", "i8" -> 1;
            case "i16", "char" -> 2;
            case "i32", "f32" -> 4;
            default -> 8;
        };
        position += size * Math.max(0, count);
    }

    private void object(SchemaType.Parametric any) {
        int tag = (int) choice();
        if (tag == 1) {
            choice();
            elements(count(), List.of(any));
        } else if (tag == 2) {
            choice();
            elements(count(), List.of(any, any));
        } else if (tag == 3) {
            SchemaType.Named type = (SchemaType.Named) any.arguments().get((int) choice());
            body(schema.definition(type.name()));
        } else if (tag == 4) {
            scalar("string");
        } else if (tag >= 13 && tag <= 20) {
            primitives(PRIMITIVES.get(tag - 13), count() - 1);
        } else if (tag >= 5) {
            scalar(tag < 13 ? PRIMITIVES.get(tag - 5) : VALUES.get(tag - 21));
        }
    }

    private void scalar(String name) {
        switch (name) {
            case "bool", "i8" -> position++;
            case "i16", "char" -> position += 2;
            case "f32" -> position += 4;
            case "f64" -> position += 8;
            case "uuid" -> position += 16;
            case "i32", "i64", "date", "localdate", "localtime", "year", "zoneoffset" -> i64();
            case "string" -> skip(Math.max(0, count() - 1));
            case "biginteger", "uri", "path", "file", "locale", "currency", "charset", "zoneid", "bitset" ->
                skip(count());
            case "bigdecimal" -> each("i32", "biginteger");
            case "random" -> {
                i64();
                if (choice() == 1) {
                    position += 8;
                }
            }
            case "optionalint", "optionallong" -> {
                if (choice() == 1) {
                    i64();
                }
            }
            case "optionaldouble" -> {
                if (choice() == 1) {
                    position += 8;
                }
            }
            case "instant", "duration", "localdatetime", "yearmonth", "monthday" -> each("i64", "i64");
            case "period" -> each("i64", "i64", "i64");
            case "offsettime" -> each("localtime", "zoneoffset");
            case "offsetdatetime" -> each("localdatetime", "zoneoffset");
            case "zoneddatetime" -> each("localdatetime", "zoneoffset", "zoneid");
            default -> throw new AssertionError(name);
        }
    }

    private void skip(int bytes) {
        position += bytes; // not in one expression with what reads the number, and so moves on, too
    }

    private void each(String... names) {
        for (String name : names) {
            scalar(name);
        }
    }
}
