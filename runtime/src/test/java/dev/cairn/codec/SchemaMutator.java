package dev.cairn.codec;

import dev.cairn.codec.schema.Definition;
import dev.cairn.codec.schema.Definition.Field;
import dev.cairn.codec.schema.Schema;
import dev.cairn.codec.schema.SchemaType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Changes schemas: what they say, so that they stay canonical, or their texts. */
final class SchemaMutator {
    private static final List<String> SCALARS = List.of(
            "bool i8 i16 char i32 i64 f32 f64 string bigdecimal biginteger bitset instant zoneid path random date"
                    .split(" "));
    private static final List<String> WITH_ONE_PART =
            List.of("array optional list set collection hashset linkedhashset treeset enumset".split(" "));
    private static final List<String> WITH_TWO_PARTS =
            List.of("entry map hashmap linkedhashmap treemap enummap".split(" "));
    private static final List<String> TOKENS = List.of(
            "list<",
            "any<",
            ">",
            "<",
            "{",
            "}",
            ",",
            ":",
            "'",
            "\\",
            "\n",
            "?",
            "i32",
            "struct ",
            "sealed ",
            "enum ",
            "custom ",
            "opaque-java ",
            "cairn schema 0",
            "cairn schema 2",
            "\uD83D\uDE00",
            " ",
            "");

    /** Classes that there are, some of which would do harm. */
    private static final List<String> CLASSES = List.of(
            "dev.cairn.codec.Canary", // not by its class, which would load it
            "java.lang.Runtime",
            "java.util.PriorityQueue",
            "java.net.URL",
            "dev.cairn.codec.Samples$Node",
            "com.acme.Row0",
            "com.acme.Gone<string>");

    private final Random random;

    SchemaMutator(Random random) {
        this.random = random;
    }

    /** The bytes of a schema that is another one, most of the time. */
    byte[] mutated(Schema schema, Schema donor) {
        if (random.nextInt(4) == 0) {
            return text(schema.bytes());
        }
        Map<String, Definition> definitions = new LinkedHashMap<>();
        donor.definitions().forEach(definition -> definitions.put(definition.name(), definition));
        schema.definitions().forEach(definition -> definitions.put(definition.name(), definition));
        SchemaType root = schema.root();
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            List<Definition> own = schema.definitions();
            if (own.isEmpty() || random.nextInt(5) == 0) {
                root = changed(root, definitions);
            } else {
                Definition definition = own.get(random.nextInt(own.size()));
                definitions.put(definition.name(), changed(definition, definitions));
            }
        }
        return Schema.of(root, definitions).bytes();
    }

    private byte[] text(byte[] schema) {
        StringBuilder text = new StringBuilder(new String(schema, StandardCharsets.UTF_8));
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(5)) {
                case 0 -> text.insert(at, token());
                case 1 -> text.replace(at, Math.min(text.length(), at + 1 + random.nextInt(6)), token());
                case 2 -> text.append(text.substring(at));
                case 3 -> text.insert(at, token().repeat(random.nextInt(300)));
                default -> text.setLength(Math.max(1, at));
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(8) == 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private String token() {
        return TOKENS.get(random.nextInt(TOKENS.size()));
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private SchemaType changed(SchemaType type, Map<String, Definition> definitions) {
        int choice = random.nextInt(8);
        if (choice == 0 || choice < 4 && !(type instanceof SchemaType.Parametric)) {
            return new SchemaType.Scalar(any(SCALARS, random), false);
        } else if (choice == 1 && !definitions.isEmpty()) {
            return new SchemaType.Named(any(List.copyOf(definitions.keySet()), random));
        } else if (choice < 4 && type instanceof SchemaType.Parametric parametric) {
            if (parametric.arguments().size() == 1 && !parametric.name().equals("any")) {
                return new SchemaType.Parametric(any(WITH_ONE_PART, random), parametric.arguments());
            } else if (parametric.arguments().size() == 2 && !parametric.name().equals("any")) {
                List<SchemaType> parts = new ArrayList<>(parametric.arguments());
                Collections.reverse(parts);
                return new SchemaType.Parametric(any(WITH_TWO_PARTS, random), parts);
            }
        } else if (choice == 4
                && type instanceof SchemaType.Parametric parametric
                && !parametric.arguments().isEmpty()) {
            return parametric.arguments().get(0);
        } else if (choice == 5) {
            return new SchemaType.Parametric("any", List.of());
        }
        SchemaType deep = type;
        for (int i = random.nextInt(20) == 0 ? 110 : 1; i > 0; i--) {
            deep = new SchemaType.Parametric(any(WITH_ONE_PART, random), List.of(deep));
        }
        return deep;
    }

    private Definition changed(Definition definition, Map<String, Definition> definitions) {
        if (random.nextInt(8) == 0) {
            return ofAnotherKind(definition);
        } else if (definition instanceof Definition.Struct struct) {
            return new Definition.Struct(struct.name(), fields(struct.fields(), definitions));
        } else if (definition instanceof Definition.Enumeration enumeration) {
            return new Definition.Enumeration(enumeration.name(), names(enumeration.constants(), List.of("X", "")));
        } else if (definition instanceof Definition.Sealed sealed) {
            List<String> known = List.copyOf(definitions.keySet());
            return new Definition.Sealed(sealed.name(), names(sealed.permitted(), known));
        } else if (definition instanceof Definition.Opaque opaque) {
            return new Definition.Opaque(opaque.name(), opaque.format(), names(opaque.classes(), CLASSES));
        }
        return new Definition.Custom(definition.name(), any(List.of("text/1", "lines/2", "", "x"), random));
    }

    private Definition ofAnotherKind(Definition definition) {
        String name = definition.name();
        return switch (random.nextInt(6)) {
            case 0 -> new Definition.Struct(name, List.of());
            case 1 -> new Definition.Enumeration(name, List.of("SGD", "ADAM", "X"));
            case 2 -> new Definition.Sealed(name, List.of(name));
            case 3 -> new Definition.Custom(name, "lines/2");
            case 4 -> new Definition.Opaque(name, "java", List.of(any(CLASSES, random)));
            default -> new Definition.Struct(name, List.of(new Field("self", new SchemaType.Named(name))));
        };
    }

    private List<Field> fields(List<Field> stored, Map<String, Definition> definitions) {
        List<Field> fields = new ArrayList<>(stored);
        int at = fields.isEmpty() ? 0 : random.nextInt(fields.size());
        int choice = fields.isEmpty() ? 0 : random.nextInt(6);
        switch (choice) {
            case 0 ->
                fields.add(
                        random.nextInt(fields.size() + 1),
                        new Field("new" + fields.size(), changed(new SchemaType.Scalar("i8", false), definitions)));
            case 1 -> fields.remove(at);
            case 2 -> Collections.swap(fields, at, random.nextInt(fields.size()));
            case 3 -> fields.set(at, new Field("renamed", fields.get(at).type()));
            case 4 -> fields.add(fields.get(at));
            default ->
                fields.set(
                        at,
                        new Field(fields.get(at).name(), changed(fields.get(at).type(), definitions)));
        }
        return fields;
    }

    private List<String> names(List<String> stored, List<String> others) {
        List<String> names = new ArrayList<>(stored);
        int at = names.isEmpty() ? 0 : random.nextInt(names.size());
        switch (names.isEmpty() ? 0 : random.nextInt(4)) {
            case 0 -> names.add(at, any(others, random));
            case 1 -> names.remove(at);
            case 2 -> Collections.swap(names, at, random.nextInt(names.size()));
            default -> names.set(at, any(others, random));
        }
        return names;
    }
}
