package dev.cairn.codec.schema;

import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.internal.TreeText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what {@link SchemaText} writes. A stored schema is not trusted: everything that is not canonical is refused. */
public final class SchemaParser {
    /** Deeper than types are nested in sources. */
    private static final int MAX_DEPTH = 100;

    private final String text;
    private int position;
    private int depth;

    private SchemaParser(String text) {
        this.text = text;
    }

    static Schema parse(byte[] blob) {
        SchemaParser parser = new SchemaParser(decode(blob));
        parser.expect(Schema.FIRST_LINE + "\n");
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
        Schema schema = Schema.of(root, definitions);
        if (!Arrays.equals(schema.bytes(), blob)) {
            throw parser.malformed("is not in canonical form");
        }
        return schema;
    }

    /** The type arguments in a name, {@code <string,i32?>}; empty if a generator wrote them in another way. */
    public static Optional<List<SchemaType>> types(String arguments) {
        SchemaParser parser = new SchemaParser(arguments);
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
            case "struct" -> new Definition.Struct(name(), list("{", this::field, "}"));
            case "enum" -> new Definition.Enumeration(name(), list("{", this::name, "}"));
            case "sealed" -> new Definition.Sealed(name(), list("{", this::name, "}"));
            case "custom" -> custom(name(), list("{", this::name, "}"));
            case "opaque-kryo" -> new Definition.Opaque(name(), "kryo", list("{", this::name, "}"));
            case "opaque-java" -> new Definition.Opaque(name(), "java", list("{", this::name, "}"));
            default -> throw malformed("has a definition of an unknown kind");
        };
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
        if (quoted || !SchemaKeywords.contains(name)) {
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
            }
            type = new SchemaType.Parametric(name, arguments);
        }
        depth--;
        return type;
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

    private MalformedArtifactException malformed(String problem) {
        return new MalformedArtifactException("the schema " + problem + ", at character " + position);
    }
}
