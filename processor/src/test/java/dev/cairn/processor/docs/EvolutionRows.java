package dev.cairn.processor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;

/** The tables of {@code docs/evolution.md}. */
public final class EvolutionRows {
    private static final Path PAGE = Path.of("../docs/evolution.md");
    private static final Pattern CODE = Pattern.compile("`((?:[^`]|``)+)`");
    private static final Pattern TYPE = Pattern.compile("(?:record|class|enum|interface) (\\w+)");

    private EvolutionRows() {}

    /** A row: the code in its cells. */
    public record Change(int number, String name, String before, String value, String after, String read) {
        String inPackage(String text) {
            return text.replace("com.acme.", "com.acme.row" + number + ".");
        }

        /** The class of its flow, which has the artifact {@code x}. */
        public String flow() {
            return "com.acme.row" + number + ".Sample";
        }

        /**
         * A flow with an artifact of the first type, and the types, each in a file of its own.
         *
         * @param storing whether it is the version that stores the value
         */
        public List<JavaFileObject> sources(boolean storing) {
            return sources(storing, type -> "");
        }

        /** The same, with more members of the flow, made from the type of its artifact. */
        List<JavaFileObject> sources(boolean storing, UnaryOperator<String> members) {
            String types = storing ? before : after;
            List<String> declarations = declarations(inPackage(types));
            String first = simpleName(declarations.get(0));
            String container =
                    value.startsWith("List.of(") ? "List<%s>" : value.startsWith("Set.of(") ? "Set<%s>" : "%s";
            String type = container.formatted(first);
            List<JavaFileObject> sources = new ArrayList<>();
            sources.add(source("Sample", """
                    @Flow
                    class Sample {
                        %s x;
                        static Object x() { return %s; }
                    %s}
                    """.formatted(type, storing ? value : "null", members.apply(type))));
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

    /** All rows. */
    public static List<Change> all() throws IOException {
        List<Change> changes = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            List<String> cells = List.of(line.split(" \\| "));
            if (cells.size() == 5 && line.contains("`")) {
                List<String> code =
                        cells.subList(1, 5).stream().map(EvolutionRows::code).toList();
                boolean refused = cells.get(4).startsWith("refused: ");
                changes.add(new Change(
                        changes.size(),
                        cells.get(0).replaceFirst("^\\| ", ""),
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
}
