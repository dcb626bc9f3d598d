package dev.cairn.processor.docs;

import dev.cairn.processor.report.Severity;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A rule in the catalogue.
 *
 * @param id what stands in its messages and names its page
 * @param meaning what holds where the rule is kept, or what its message tells, in one sentence
 * @param severities how grave its messages are
 * @param needsCode whether it looks into the bodies of methods, which not every compiler shows
 */
public record Entry(String id, String meaning, Set<Severity> severities, boolean needsCode) {
    static Entry error(String id, String meaning) {
        return new Entry(id, meaning, EnumSet.of(Severity.ERROR), false);
    }

    static Entry warning(String id, String meaning) {
        return new Entry(id, meaning, EnumSet.of(Severity.WARNING), false);
    }

    static Entry note(String id, String meaning) {
        return new Entry(id, meaning, EnumSet.of(Severity.NOTE), false);
    }

    /** With another severity beside the first. */
    Entry and(Severity severity) {
        Set<Severity> more = EnumSet.copyOf(severities);
        more.add(severity);
        return new Entry(id, meaning, more, needsCode);
    }

    /** As a rule that looks into the bodies of methods. */
    Entry fromCode() {
        return new Entry(id, meaning, severities, true);
    }

    /** The severities in words, the gravest first. */
    String severity() {
        return severities.stream()
                .map(severity -> severity.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
    }
}
