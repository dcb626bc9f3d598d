package dev.cairn.samples.readme;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A {@code java} block as a source file. Statements become the body of a {@code main} method, and their imports go in front.
 *
 * @param block where it comes from
 * @param className the binary name of its class
 * @param source the text of the file
 */
record JavaSnippet(Block block, String className, String source) {
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
    private static final Pattern TYPE =
            Pattern.compile("^(?:public )?(?:final )?(?:class|record|interface|enum) (\\w+)", Pattern.MULTILINE);

    /** The package of the README's flow, from whose classes the statements call what is not public. */
    private static final String PACKAGE_OF_STATEMENTS = "com.acme";

    static JavaSnippet of(Block block) {
        Matcher declared = PACKAGE.matcher(block.text());
        if (!declared.find()) {
            return statements(block);
        }
        Matcher type = TYPE.matcher(block.text());
        if (!type.find()) {
            throw new IllegalArgumentException(block + " declares a package, but no type");
        }
        return new JavaSnippet(block, declared.group(1) + "." + type.group(1), block.text());
    }

    private static JavaSnippet statements(Block block) {
        String name = "SnippetAtLine" + block.line();
        List<String> lines = block.text().lines().toList();
        String imports = lines.stream().filter(JavaSnippet::isImport).collect(Collectors.joining("\n"));
        String body = lines.stream().filter(line -> !isImport(line)).collect(Collectors.joining("\n"));
        return new JavaSnippet(block, PACKAGE_OF_STATEMENTS + "." + name, """
                package %s;
                %s
                final class %s {
                    private %s() {}

                    public static void main(String[] args) throws Exception {
                %s
                    }
                }
                """.formatted(
                        PACKAGE_OF_STATEMENTS, imports, name, name, body));
    }

    private static boolean isImport(String line) {
        return line.startsWith("import ");
    }

    boolean isFile() {
        return PACKAGE.matcher(block.text()).find();
    }

    boolean isTest() {
        return source.contains("import org.junit.");
    }

    /** Where the file is in the project of a user. */
    String path() {
        return (isTest() ? "src/test/java/" : "src/main/java/") + className.replace('.', '/') + ".java";
    }
}
