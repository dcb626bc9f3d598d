package dev.cairn.processor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.Encoded;
import dev.cairn.processor.write.LoadedCodecs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * The tables of {@code docs/evolution.md} hold wherever the changed type stands: as an element, a key, an argument of a generic type, a
 * field of another type or of a subtype. What is read is what is read of the artifact itself, and what is refused is refused in the same
 * words, after a path that leads there.
 */
class EvolutionPositionsTest {
    private static final String REFUSED = "refused: ";

    /** What a message begins with that says where in the value it is. */
    private static final Pattern PATH = Pattern.compile("[A-Z\\[][\\w.\\]]*: ");

    /** A place for a value: its type, how it is made of {@code one()}, its text, and how a message says where the value is. */
    private enum Position {
        LIST("List<%s>", "List.of(one())", "[%s]", "[0]"),
        SET("Set<%s>", "Set.of(one())", "[%s]", "[0]"),
        KEY("Map<%s, String>", "Map.of(one(), \"a\")", "{%s=a}", ""),
        VALUE("Map<String, %s>", "Map.of(\"a\", one())", "{a=%s}", "\"a\""),
        ARRAY("%s[]", "array(one())", "[%s]", "[0]"),
        OPTIONAL("Optional<%s>", "Optional.of(one())", "Optional[%s]", ""),
        COMPONENT("Held", "new Held(one())", "Held[value=%s]", "Sample.Held.value"),
        ARGUMENT("Box<%s>", "new Box<>(one())", "Box[value=%s]", "Sample.Box.value"),
        SUBTYPE("Either", "new Some(one())", "Some[value=%s]", "Sample.Some.value"),
        DEEP(
                "Map<String, List<Box<%s>>>",
                "Map.of(\"a\", List.of(new Box<>(one())))", "{a=[Box[value=%s]]}", "\"a\" -> [0] -> Sample.Box.value");

        private final String type;
        private final String value;
        private final String text;
        private final String path;

        Position(String type, String value, String text, String path) {
            this.type = type;
            this.value = value;
            this.text = text;
            this.path = path;
        }

        /** In front of a message: where, as far as that is known before an element is read, or when one is. */
        Set<String> refused(String message) {
            String ofTypes = Arrays.stream(path.split(" -> "))
                    .filter(part -> part.startsWith("Sample."))
                    .collect(Collectors.joining(" -> "));
            return Stream.of(path, ofTypes)
                    .map(where -> REFUSED + (where.isEmpty() ? message : where + between(message) + message))
                    .collect(Collectors.toSet());
        }

        private static String between(String message) {
            return PATH.matcher(message).lookingAt() ? " -> " : ": ";
        }

        String member(String of) {
            String name = name().toLowerCase(Locale.ROOT);
            return "    %s %s;\n    static Object %s() { return %s; }\n"
                    .formatted(type.formatted(of), name, name, value);
        }
    }

    @Test
    void eachRowHoldsInEachPosition() throws IOException, ReflectiveOperationException {
        List<EvolutionRows.Change> changes = EvolutionRows.all();
        LoadedCodecs before = LoadedCodecs.of(sources(changes, true));
        LoadedCodecs after = LoadedCodecs.of(sources(changes, false));
        List<String> wrong = new ArrayList<>();
        for (EvolutionRows.Change change : changes) {
            String flow = change.flow();
            for (Position position : Position.values()) {
                Object value = before.call(flow, position.name().toLowerCase(Locale.ROOT));
                Encoded stored = ArtifactFormat.encode(before.codec(flow, position.name()), value);
                String read = read(after, flow, position, stored).replace("com.acme.row" + change.number(), "com.acme");
                if (!isExpected(change.read(), position, read)) {
                    wrong.add(change.name() + ", " + position + ":\n  " + change.read() + "\n  " + read);
                }
            }
        }
        assertThat(wrong.stream().collect(Collectors.joining("\n"))).isEmpty();
    }

    private static boolean isExpected(String alone, Position position, String read) {
        return alone.startsWith(REFUSED)
                ? position.refused(alone.substring(REFUSED.length())).contains(read)
                : read.equals(position.text.formatted(alone));
    }

    private static JavaFileObject[] sources(List<EvolutionRows.Change> changes, boolean storing) {
        return changes.stream()
                .flatMap(change -> change.sources(storing, EvolutionPositionsTest::members).stream())
                .toArray(JavaFileObject[]::new);
    }

    private static String members(String type) {
        return """
                    record Held(TYPE value) {}
                    record Box<T>(T value) {}
                    sealed interface Either permits Some {}
                    record Some(TYPE value) implements Either {}
                    @SuppressWarnings("unchecked") static TYPE one() { return (TYPE) x(); }
                    @SafeVarargs @SuppressWarnings("varargs") static <T> T[] array(T... elements) { return elements; }
                """.replace("TYPE", type)
                + Arrays.stream(Position.values())
                        .map(position -> position.member(type))
                        .collect(Collectors.joining());
    }

    private static String read(LoadedCodecs codecs, String flow, Position position, Encoded stored)
            throws ReflectiveOperationException {
        try {
            Object value = ArtifactFormat.decode(
                    codecs.codec(flow, position.name()),
                    stored.bytes(),
                    hash -> stored.schema().bytes());
            return value instanceof Object[] array ? Arrays.toString(array) : String.valueOf(value);
        } catch (CodecException e) {
            return REFUSED + e.getMessage();
        }
    }
}
