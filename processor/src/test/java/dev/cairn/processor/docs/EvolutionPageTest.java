package dev.cairn.processor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.Encoded;
import dev.cairn.processor.write.LoadedCodecs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** The tables of {@code docs/evolution.md}: what is stored by one version of a class is read by the next one. */
class EvolutionPageTest {
    private static final Path PAGE = Path.of("../docs/evolution.md");
    private static final Pattern CODE = Pattern.compile("`((?:[^`]|``)+)`");
    private static final Pattern TYPE = Pattern.compile("(?:record|class|enum|interface) (\\w+)");

    /** A row: the code in its cells. */
    private record Change(int number, String name, String before, String value, String after, String read) {
        String inPackage(String text) {
            return text.replace("com.acme.", "com.acme.row" + number + ".");
        }

        /** A flow with an artifact of the first type, and the types, each in a file of its own. */
        List<JavaFileObject> sources(String types, boolean storing) {
            List<String> declarations = declarations(inPackage(types));
            String first = simpleName(declarations.get(0));
            String container =
                    value.startsWith("List.of(") ? "List<%s>" : value.startsWith("Set.of(") ? "Set<%s>" : "%s";
            List<JavaFileObject> sources = new ArrayList<>();
            sources.add(source("Sample", """
                    @Flow
                    class Sample {
                        %s x;
                        static Object x() { return %s; }
                    }
                    """.formatted(container.formatted(first), storing ? value : "null")));
            declarations.forEach(declaration -> sources.add(source(simpleName(declaration), declaration)));
            return sources;
        }

        private JavaFileObject source(String name, String declaration) {
            String packageName = "com.acme.row" + number;
            return JavaFileObjects.forSourceString(
                    packageName + "." + name,
                    "package " + packageName + ";\nimport dev.cairn.*;\nimport java.util.*;\n" + declaration);
        }
    }

    /** The types that are declared one after the other. */
    private static List<String> declarations(String types) {
        List<String> declarations = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < types.length(); i++) {
            depth += types.charAt(i) == '{' ? 1 : types.charAt(i) == '}' ? -1 : 0;
            if (types.charAt(i) == '}' && depth == 0) {
                declarations.add(types.substring(start, i + 1).strip());
                start = i + 1;
            }
        }
        return declarations;
    }

    private static String simpleName(String declaration) {
        Matcher type = TYPE.matcher(declaration);
        assertThat(type.find()).as(declaration).isTrue();
        return type.group(1);
    }

    private static List<Change> changes() throws IOException {
        List<Change> changes = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            List<String> cells = List.of(line.split(" \\| "));
            if (cells.size() == 5 && line.contains("`")) {
                List<String> code = cells.subList(1, 5).stream()
                        .map(EvolutionPageTest::code)
                        .toList();
                boolean refused = cells.get(4).startsWith("refused: ");
                changes.add(new Change(
                        changes.size(),
                        cells.get(0),
                        code.get(0),
                        code.get(1),
                        code.get(2),
                        (refused ? "refused: " : "") + code.get(3)));
            }
        }
        return changes;
    }

    /** Within code that is marked by one backtick, two stand for one. */
    private static String code(String cell) {
        Matcher code = CODE.matcher(cell);
        assertThat(code.find()).as(cell).isTrue();
        return code.group(1).replace("``", "`");
    }

    @Test
    void everyRowHolds() throws IOException, ReflectiveOperationException {
        List<Change> changes = changes();
        assertThat(changes).hasSizeGreaterThan(35);
        LoadedCodecs before = LoadedCodecs.of(sources(changes, true));
        LoadedCodecs after = LoadedCodecs.of(sources(changes, false));
        List<String> wrong = new ArrayList<>();
        for (Change change : changes) {
            String sample = "com.acme.row" + change.number() + ".Sample";
            Encoded stored = ArtifactFormat.encode(before.codec(sample, "X"), before.call(sample, "x"));
            String read = read(after.codec(sample, "X"), stored).replace("com.acme.row" + change.number(), "com.acme");
            if (!read.equals(change.read())) {
                wrong.add(change.name() + ":\n  " + change.read() + "\n  " + read);
            }
        }
        assertThat(wrong.stream().collect(Collectors.joining("\n"))).isEmpty();
    }

    private static JavaFileObject[] sources(List<Change> changes, boolean storing) {
        return changes.stream()
                .flatMap(change -> change.sources(storing ? change.before() : change.after(), storing).stream())
                .toArray(JavaFileObject[]::new);
    }

    private static String read(ArtifactCodec<Object> codec, Encoded stored) {
        try {
            return String.valueOf(ArtifactFormat.decode(
                    codec, stored.bytes(), hash -> stored.schema().bytes()));
        } catch (CodecException e) {
            return "refused: " + e.getMessage();
        }
    }
}
