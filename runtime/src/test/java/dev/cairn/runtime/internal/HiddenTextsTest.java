package dev.cairn.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HiddenTextsTest {
    @Test
    void hidesEachOccurrence() {
        HiddenTexts texts = HiddenTexts.of(List.of("hunter2", "s3cr3t"));

        assertThat(texts.hide("a hunter2, b s3cr3t, c hunter2hunter2")).isEqualTo("a ***, b ***, c ***");
        assertThat(texts.hide("hunter2")).isEqualTo("***");
        assertThat(texts.hide("Hunter2 hunter")).isEqualTo("Hunter2 hunter");
        assertThat(HiddenTexts.NONE.hide("hunter2")).isEqualTo("hunter2");
    }

    @Test
    void leavesNothingOfTextsThatOverlap() {
        HiddenTexts texts = HiddenTexts.of(List.of("abcdef", "defghi", "abca"));

        assertThat(texts.hide("-abcdefghi-")).isEqualTo("-***-");
        assertThat(texts.hide("-abcabca-")).isEqualTo("-***-");
    }

    @Test
    void ignoresWhatIsShort() {
        assertThat(HiddenTexts.of(List.of("abc", "", "  x ")).hide("abc x")).isEqualTo("abc x");
        assertThat(HiddenTexts.of(List.of(" abcd\n")).hide("(abcd)")).isEqualTo("(***)");
    }

    @Test
    void linesOfATextCanBeHiddenToo() {
        HiddenTexts texts = HiddenTexts.of(List.of("line 1\nline 2\r\n}", "other"));

        assertThat(texts.hide("line 1")).isEqualTo("line 1");
        assertThat(texts.inLines().hide("(line 1) line 2, other }")).isEqualTo("(***) ***, *** }");
        assertThat(texts.inLines().hide("line 1\nline 2\r\n}")).isEqualTo("***");
    }

    /** Random texts of two letters: nothing that is hidden is left, and all else is. */
    @Test
    void hidesAllAndNoMore() {
        Random random = new Random(20261130);
        for (int i = 0; i < 2_000; i++) {
            List<String> hidden = List.of(text(random, 4), text(random, 5));
            String text = text(random, random.nextInt(20));
            String shown = HiddenTexts.of(hidden).hide(text);

            assertThat(shown).doesNotContain(hidden);
            assertThat(shown.equals(text)).isEqualTo(hidden.stream().noneMatch(text::contains));
        }
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, 2).forEach(letter -> text.append("ab".charAt(letter)));
        return text.toString();
    }
}
