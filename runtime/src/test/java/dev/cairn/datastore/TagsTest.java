package dev.cairn.datastore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TagsTest {
    @Test
    void aTagIsTextOfOneLine() {
        assertThat(Tags.require("nightly")).isEqualTo("nightly");
        assertThat(Tags.require("grün 7/7 \ud83d\udc27")).isEqualTo("grün 7/7 \ud83d\udc27");
        assertThat(Tags.require("x".repeat(500))).hasSize(500);
        assertThat(Tags.require("a", "b", "a")).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void whatCannotBeATagIsRefused() {
        assertRefused(null, "a tag is a text, not null");
        assertRefused("", "a tag is not blank");
        assertRefused(" \t", "a tag is not blank");
        assertRefused("x".repeat(501), "a tag has at most 500 characters, not 501");
        assertRefused("a\nb", "a tag has no control characters, such as \\u000a");
        assertRefused("a\u001b[31mb", "a tag has no control characters, such as \\u001b");
        assertRefused("half \ud83d", "a tag is Unicode text, which has no \\ud83d by itself");
        assertRefused("\udc27 half", "a tag is Unicode text, which has no \\udc27 by itself");
    }

    private static void assertRefused(String tag, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> Tags.require(tag)).withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tags.require("fine", tag))
                .withMessage(message);
    }
}
