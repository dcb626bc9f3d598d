package dev.cairn.processor.write.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Spells out the classes that only documentation names, which JavaPoet imports: some compilers warn of an import that no code
 * needs.
 */
final class DocumentationImports {
    private static final Pattern IMPORT =
            Pattern.compile("import ([\\w$.]+\\.([\\w$]+));", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern WORD_BREAK = Pattern.compile("[^\\w$]+", Pattern.UNICODE_CHARACTER_CLASS);

    private DocumentationImports() {}

    /** The source without such imports, and with the whole names of their classes. */
    static String spelledOut(String source) {
        List<String> lines = new ArrayList<>(List.of(source.split("\n", -1)));
        var words = lines.stream()
                .filter(line -> !isDocumentation(line) && !line.startsWith("import "))
                .flatMap(line -> WORD_BREAK.splitAsStream(LITERAL.matcher(line).replaceAll("")))
                .collect(Collectors.toSet());
        for (String line : List.copyOf(lines)) {
            Matcher imported = IMPORT.matcher(line);
            if (imported.matches() && !words.contains(imported.group(2))) {
                lines.remove(line);
                lines.replaceAll(
                        each -> isDocumentation(each) ? spelledOut(each, imported.group(2), imported.group(1)) : each);
            }
        }
        return String.join("\n", lines);
    }

    private static boolean isDocumentation(String line) {
        String text = line.strip();
        return text.startsWith("/**") || text.startsWith("*");
    }

    private static String spelledOut(String line, String simpleName, String wholeName) {
        Pattern mention = Pattern.compile(
                "(\\{@link |@throws )" + Pattern.quote(simpleName) + "(?![\\w$.])", Pattern.UNICODE_CHARACTER_CLASS);
        return mention.matcher(line).replaceAll("$1" + Matcher.quoteReplacement(wholeName));
    }
}
