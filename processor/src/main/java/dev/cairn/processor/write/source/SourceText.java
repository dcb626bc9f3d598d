package dev.cairn.processor.write.source;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.cairn.processor.model.ClassRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Turns what JavaPoet writes into what a person would have written: classes of {@code java.lang} are imported only
 * where a class of the same package hides them, a comment of one line takes one line, an empty body none, and enum
 * constants stand together.
 */
public final class SourceText {
    private static final String JAVA_LANG = "import java.lang.";

    private SourceText() {}

    /** The file of a top-level class; {@code exists} is asked for classes of its package. */
    public static GeneratedFile of(ClassRef name, TypeSpec type, Predicate<ClassRef> exists) {
        String text = JavaFile.builder(name.packageName(), type)
                .indent("    ")
                .build()
                .toString();
        List<String> lines = new ArrayList<>();
        for (String whole : text.split("\n", -1)) {
            String line = whole.stripTrailing();
            if (!isNeedlessImport(line, name.packageName(), exists)) {
                add(line, lines);
            }
        }
        return new GeneratedFile(name, String.join("\n", lines));
    }

    private static boolean isNeedlessImport(String line, String packageName, Predicate<ClassRef> exists) {
        return line.startsWith(JAVA_LANG)
                && line.indexOf('.', JAVA_LANG.length()) < 0 // packages below it are imported
                && !exists.test(ClassRef.of(packageName, line.substring(JAVA_LANG.length(), line.length() - 1)));
    }

    private static void add(String line, List<String> lines) {
        if (line.isEmpty() && !lines.isEmpty() && last(lines, 1).isEmpty()) {
            return; // what is left where all imports were needless
        }
        if (line.endsWith("}") && last(lines, 1).endsWith(") {")) {
            lines.set(lines.size() - 1, last(lines, 1) + "}"); // a constructor that does nothing
            return;
        }
        if (isConstant(line)
                && lines.size() > 1
                && last(lines, 1).isEmpty()
                && last(lines, 2).endsWith(",")) {
            lines.remove(lines.size() - 1);
        }
        lines.add(line);
        joinComment(lines);
    }

    private static boolean isConstant(String line) {
        return line.endsWith("\"),") || line.endsWith("\");");
    }

    private static void joinComment(List<String> lines) {
        if (lines.size() < 3
                || !last(lines, 1).endsWith(" */")
                || !last(lines, 3).endsWith("/**")) {
            return;
        }
        String joined =
                last(lines, 3) + " " + last(lines, 2).strip().substring(1).strip() + " */";
        lines.subList(lines.size() - 3, lines.size()).clear();
        lines.add(joined);
    }

    private static String last(List<String> lines, int back) {
        return lines.get(lines.size() - back);
    }
}
