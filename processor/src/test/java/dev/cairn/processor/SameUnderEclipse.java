package dev.cairn.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.rule.code.CodeRules;
import java.util.List;
import java.util.function.Predicate;
import javax.tools.JavaFileObject;

/**
 * Holds the compiler of Eclipse to what {@code javac} said of the same sources: the same messages of Cairn, word by word and line
 * by line, in the same order. What differs is theirs:
 *
 * <ul>
 *   <li>Columns. Eclipse marks a class at its name, not at its first modifier; the value of an annotation at the name of the
 *       element that it is given to; and an item of a list of values at the annotation.
 *   <li>It shows no place at all for a record.
 *   <li>It shows no code, so that rules that need it are silent, and a note says so: {@code unseen-code}.
 *   <li>What the compilers themselves say.
 *   <li>The order of top-level classes, which Eclipse lists by the hash of their names; so there is one in the sources here.
 * </ul>
 */
final class SameUnderEclipse {
    private SameUnderEclipse() {}

    /** Asserts that Eclipse says what was said in a compilation that only checked. */
    static void assertSaid(List<Message> javac, JavaFileObject... sources) {
        List<Message> eclipse = FlowCompilation.eclipse("-proc:only").compile(List.of(sources));
        List<Message> expected = javac.stream()
                .filter(Message::isOfCairn)
                .filter(Predicate.not(SameUnderEclipse::needsCode))
                .map(SameUnderEclipse::withoutColumn)
                .toList();
        assertThat(eclipse.stream()
                        .filter(Message::isOfCairn)
                        .filter(message -> !message.id().equals("unseen-code"))
                        .map(SameUnderEclipse::withoutColumn))
                .as("under the compiler of Eclipse")
                .isEqualTo(expected);
        assertThat(eclipse)
                .filteredOn(message -> message.text().startsWith("[cairn:unseen-code]"))
                .hasSizeLessThan(2);
    }

    /** What only code shows: for some rules that of steps, for one of constructors and initialisers. */
    private static boolean needsCode(Message message) {
        return message.text().contains("is final, but has no initialiser")
                || CodeRules.ALL.stream().anyMatch(rule -> rule.id().equals(message.id()));
    }

    private static Message withoutColumn(Message message) {
        boolean placed = !message.text().contains("is declared as a record");
        return new Message(
                placed ? message.file() : "", placed ? message.line() : 0, 0, message.kind(), message.text());
    }
}
