package dev.cairn.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text from anywhere, before it is printed. */
class PlainTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 8", // control characters up to the tab
        "a, 1f", // and after it
        "7f, 9f",
        "61c, 61c", // the Arabic letter mark
        "200e, 200f", // marks of the direction
        "2028, 202e", // separators of lines and paragraphs, embeddings and overrides
        "2066, 206f", // isolates, and what turns brackets around and changes the shapes of digits
        "fff9, fffb" // notes between lines
    })
    void whatSteersIsWrittenOut(String first, String last) {
        for (int character = Integer.parseInt(first, 16); character <= Integer.parseInt(last, 16); character++) {
            String text = "a" + Character.toString(character) + "b";

            assertThat(PlainText.of(text)).isEqualTo("a\\u%04xb", character);
            assertThat(PlainText.ofLines(text)).isEqualTo(character == '\n' ? text : "a\\u%04xb".formatted(character));
        }
    }

    @Test
    void everythingElseStays() {
        String text = "tab\t\u00e9\u00ad \u0939\u093f\u0928\u094d\u0926\u0940 \u05e2\u05d1\u05e8\u05d9\u05ea"
                + " \ud83d\udc69\u200d\ud83d\udd2c \\u001b"; // a family of characters joined without width stays one

        assertThat(PlainText.of(text)).isEqualTo(text);
        assertThat(PlainText.ofLines(text)).isEqualTo(text);
    }
}
