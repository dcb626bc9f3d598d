package dev.cairn.processor.docs;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of a rule in {@code docs/errors}. Written by hand are its prose, a flow that breaks the rule, and the flow mended: the
 * first and the second block of Java, below a head that {@link Entry} reads. The block of text, which shows what the compiler prints
 * of the first flow, is written by {@link #with}. Pages of what no flow can cause have no Java.
 */
record ErrorPage(String text) {
    private static final Pattern JAVA = Pattern.compile("(?ms)^```java\\R(.*?)^```$");
    private static final Pattern SCREEN = Pattern.compile("(?ms)^```text\\R.*?^```$");

    /** The flow that breaks the rule, and the flow mended; or nothing. */
    List<String> flows() {
        return JAVA.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** How many blocks show what is printed. */
    long screens() {
        return SCREEN.matcher(text).results().map(MatchResult::group).count();
    }

    /** The page, with what is printed. */
    ErrorPage with(String printed) {
        String screen = "```text\n" + printed + "```";
        return new ErrorPage(SCREEN.matcher(text).replaceFirst(Matcher.quoteReplacement(screen)));
    }
}
