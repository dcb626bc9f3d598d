package dev.cairn.codec.schema;

import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.internal.TreeText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what {@link SchemaText} writes. A stored schema is not trusted: everything that is not canonical is refused. */
public final class SchemaParser {
    /** Deeper than types are nested in sources. */
    private static final int MAX_DEPTH = 100;

    /** Written before the format was fixed. It quoted less: which words are keywords decided it, and the Unicode of the JDK. */
    private static final int FIRST_VERSION = 0;

    /** Of types in names, where each word is understood as far as possible. */
    private static final int NO_VERSION = -1;

    private final String text;
    private int version = FIRST_VERSION;
    private int position;
    private int depth;

    private SchemaParser(String text) {
        this.text = text;
    }

    static Schema parse(byte[] blob) {
        SchemaParser parser = new SchemaParser(decode(blob));
        parser.version = parser.firstLine();
        parser.expect("\n");
        SchemaType root = parser.type();
        parser.expect("\n");
        Map<String, Definition> definitions = new HashMap<>();
        while (parser.position < parser.text.length()) {
            Definition definition = parser.definition();
            if (definitions.put(definition.name(), definition) != null) {
                throw parser.malformed("defines " + definition.name() + " twice");
            }
            parser.expect("\n");
        }
        if (!SealedNesting.isFinite(definitions)) {
            throw parser.malformed("has a sealed type that is its own subtype, or more than 100 levels above another");
        }
        Schema schema = Schema.of(root, definitions);
        if (parser.version != Schema.VERSION) {
            return schema.storedAs(blob);
        } else if (!Arrays.equals(schema.bytes(), blob)) {
            throw parser.malformed("is not in canonical form");
        }
        return schema;
    }

    /** The number that ends the first line. */
    private int firstLine() {
        expect(Schema.FIRST_WORDS);
        int end = text.indexOf('\n', position);
        String version = end < 0 ? "" : text.substring(position, end);
        if (version.equals(String.valueOf(Schema.VERSION))) {
            position = end;
            return Schema.VERSION;
        } else if (version.equals(String.valueOf(FIRST_VERSION))) {
            position = end;
            return FIRST_VERSION;
        }
        throw unsupported("is of version " + TreeText.quoted(version));
    }

    /**
     * {@return the type arguments in a name; empty if another program wrote them in another form}
     *
     * @param arguments such as {@code <string,i32?>}, with the angle brackets
     */
    public static Optional<List<SchemaType>> types(String arguments) {
        SchemaParser parser = new SchemaParser(arguments);
        parser.version = NO_VERSION;
        try {
            List<SchemaType> types = parser.list("<", parser::type, ">");
            return parser.position == arguments.length() ? Optional.of(types) : Optional.empty();
        } catch (MalformedArtifactException e) {
            return Optional.empty();
        }
    }

    private static String decode(byte[] blob) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(blob))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedArtifactException("the schema is not UTF-8", e);
        }
    }

    private Definition definition() {
        int space = text.indexOf(' ', position);
        String kind = space < 0 ? "" : text.substring(position, space);
        position += kind.length() + 1;
        return switch (kind) {
            case "struct" -> struct(name(), list("{", this::field, "}"));
            case "enum" -> new Definition.Enumeration(name(), names());
            case "sealed" -> new Definition.Sealed(name(), names());
            case "custom" -> custom(name(), names());
            case "opaque-kryo" -> new Definition.Opaque(name(), "kryo", names());
            case "opaque-java" -> new Definition.Opaque(name(), "java", names());
            default -> throw unsupported("has a definition of the kind " + TreeText.quoted(kind));
        };
    }

    private Definition struct(String name, List<Definition.Field> fields) {
        requireDistinct(fields.stream().map(Definition.Field::name).toList());
        return new Definition.Struct(name, fields);
    }

    private List<String> names() {
        List<String> names = list("{", this::name, "}");
        requireDistinct(names);
        return names;
    }

    private void requireDistinct(List<String> names) {
        if (new HashSet<>(names).size() < names.size()) {
            throw malformed("names a part of a definition twice");
        }
    }

    private Definition custom(String name, List<String> ids) {
        if (ids.size() != 1) {
            throw malformed("has a custom codec without one id");
        }
        return new Definition.Custom(name, ids.get(0));
    }

    private Definition.Field field() {
        String name = name();
        expect(":");
        return new Definition.Field(name, type());
    }

    private SchemaType type() {
        if (++depth > MAX_DEPTH) {
            throw malformed("is nested too deep");
        }
        boolean quoted = next('\'');
        String name = name();
        SchemaType type;
        if (quoted || !isKeyword(name)) {
            if (!quoted && name.indexOf('.') < 0 && version == Schema.VERSION) {
                throw unsupported("has the type " + TreeText.quoted(name));
            }
            type = new SchemaType.Named(name);
        } else if (SchemaKeywords.isScalar(name)) {
            boolean nullable = next('?');
            position += nullable ? 1 : 0;
            type = new SchemaType.Scalar(name, nullable);
            if (nullable && !SchemaKeywords.PRIMITIVES.contains(name)) {
                throw malformed("has an unknown type " + type);
            }
        } else {
            List<SchemaType> arguments = list("<", this::type, ">");
            if (!SchemaKeywords.takes(name, arguments.size())) {
                throw malformed("has a " + name + " of " + arguments.size() + " types");
            } else if (name.equals("any")) {
                requireSortedClasses(arguments);
            }
            type = new SchemaType.Parametric(name, arguments);
        }
        depth--;
        return type;
    }

    /** What an Object may hold besides Cairn's own types. */
    private void requireSortedClasses(List<SchemaType> types) {
        String before = "";
        for (SchemaType type : types) {
            if (!(type instanceof SchemaType.Named named)) {
                throw malformed("has an any of " + type + ", which is not a class");
            } else if (named.name().compareTo(before) < 0) {
                throw malformed("has an any whose classes are not sorted by name");
            }
            before = named.name();
        }
    }

    /** What became a keyword later was a class, without quotes, to those who wrote the first version. */
    private boolean isKeyword(String name) {
        return SchemaKeywords.contains(name) && (version != FIRST_VERSION || !SchemaKeywords.LATER.contains(name));
    }

    private <T> List<T> list(String open, Supplier<T> element, String close) {
        expect(open);
        List<T> elements = new ArrayList<>();
        while (!next(close.charAt(0))) {
            if (!elements.isEmpty()) {
                expect(",");
            }
            elements.add(element.get());
        }
        expect(close);
        return elements;
    }

    private String name() {
        return next('\'') ? quotedName() : plainName();
    }

    private String plainName() {
        int start = position;
        while (position < text.length() && "<>{}:,?'\n ".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        if (position == start) {
            throw malformed("has no name");
        }
        return text.substring(start, position);
    }

    private String quotedName() {
        StringBuilder name = new StringBuilder();
        position++;
        while (!next('\'')) {
            if (next('\\')) {
                position++;
            }
            if (position >= text.length()) {
                throw malformed("ends within a name");
            }
            char c = text.charAt(position);
            name.append(c == 'n' && text.charAt(position - 1) == '\\' ? '\n' : c);
            position++;
        }
        position++;
        return name.toString();
    }

    private boolean next(char c) {
        return position < text.length() && text.charAt(position) == c;
    }

    private void expect(String token) {
        if (!text.startsWith(token, position)) {
            throw malformed("has no " + TreeText.quoted(token));
        }
        position += token.length();
    }

    private MalformedArtifactException unsupported(String what) {
        return malformed(what + ", which is not supported by this version; upgrade Cairn");
    }

    private MalformedArtifactException malformed(String problem) {
        return new MalformedArtifactException("the schema " + problem + ", at character " + position);
    }
}
