package dev.cairn.codec.value;

import dev.cairn.codec.schema.Definition;
import dev.cairn.codec.schema.SchemaParser;
import dev.cairn.codec.schema.SchemaType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Types of schemas as Java programmers write them, for messages: {@code Map<String, Double>} and not {@code map<string,f64>}. */
public final class JavaText {
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("collection", "Collection"),
            Map.entry("set", "Set"),
            Map.entry("list", "List"),
            Map.entry("hashset", "HashSet"),
            Map.entry("linkedhashset", "LinkedHashSet"),
            Map.entry("treeset", "TreeSet"),
            Map.entry("enumset", "EnumSet"),
            Map.entry("map", "Map"),
            Map.entry("hashmap", "HashMap"),
            Map.entry("linkedhashmap", "LinkedHashMap"),
            Map.entry("treemap", "TreeMap"),
            Map.entry("enummap", "EnumMap"),
            Map.entry("optional", "Optional"),
            Map.entry("entry", "Map.Entry"));

    private JavaText() {}

    /** A type; named ones by their binary names, as {@code @FormerNames} takes them. */
    public static String of(SchemaType type) {
        if (type instanceof SchemaType.Scalar scalar) {
            return Scalars.find(scalar) instanceof LeafCodec<?> leaf ? leaf.typeName() : "String";
        } else if (type instanceof SchemaType.Named named) {
            return ofNamed(named.name());
        }
        SchemaType.Parametric parametric = (SchemaType.Parametric) type;
        return switch (parametric.name()) {
            case "any" -> "Object";
            case "array" -> of(parametric.arguments().get(0)) + "[]";
            default -> CLASSES.getOrDefault(parametric.name(), parametric.name()) + arguments(parametric.arguments());
        };
    }

    private static String ofNamed(String name) {
        int arguments = name.indexOf('<');
        return arguments < 0 || !name.endsWith(">")
                ? name
                : name.substring(0, arguments)
                        + SchemaParser.types(name.substring(arguments))
                                .map(JavaText::arguments)
                                .orElse(name.substring(arguments));
    }

    private static String arguments(List<SchemaType> types) {
        return types.stream().map(JavaText::argument).collect(Collectors.joining(", ", "<", ">"));
    }

    /** A type argument: of a primitive its box. */
    private static String argument(SchemaType type) {
        return type instanceof SchemaType.Scalar scalar
                ? of(new SchemaType.Scalar(scalar.name(), true), scalar)
                : of(type);
    }

    private static String of(SchemaType.Scalar box, SchemaType.Scalar scalar) {
        return of(Scalars.find(box) == null ? scalar : box);
    }

    /** A definition: what sort of type it is, and its name. */
    public static String of(Definition definition) {
        String name = ofNamed(definition.name());
        if (definition instanceof Definition.Struct struct) {
            String fields = struct.fields().stream()
                    .map(field -> of(field.type()) + " " + field.name())
                    .collect(Collectors.joining(", "));
            return "the record or class " + name + "(" + fields + ")";
        } else if (definition instanceof Definition.Enumeration) {
            return "the enum " + name;
        } else if (definition instanceof Definition.Sealed) {
            return "the sealed type " + name;
        } else if (definition instanceof Definition.Custom custom) {
            return name + " by the codec `" + custom.id() + "`";
        }
        return name + ", reflectively";
    }
}
