package dev.cairn.processor.docs;

import dev.cairn.processor.report.Severity;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the head of a rule's page says.
 *
 * @param id what stands in the messages of the rule and names its page
 * @param severity how grave its messages are, in words: the gravest first, joined by "or"
 * @param meaning what holds where the rule is kept, or what its message tells, in one sentence
 */
record Entry(String id, String severity, String meaning) {
    private static final Pattern HEAD =
            Pattern.compile("\\A# ([a-z-]+)\\n\\n\\*\\*(Error|Warning|Note|Error or warning)\\.\\*\\* (.+\\.)\\n\\n");

    static Entry of(ErrorPage page) {
        Matcher head = HEAD.matcher(page.text());
        if (!head.find()) {
            throw new IllegalArgumentException(
                    "a page begins with `# <id>` and `**<severity>.** <meaning>`, but this with: "
                            + page.text().lines().limit(3).toList());
        }
        return new Entry(head.group(1), head.group(2).toLowerCase(Locale.ROOT), head.group(3));
    }

    Set<Severity> severities() {
        return Arrays.stream(severity.split(" or "))
                .map(name -> Severity.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }
}
