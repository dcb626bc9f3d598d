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
        assertRefused(null, "a tag must not be null");
        assertRefused("", "a tag must not be blank");
        assertRefused(" \t", "a tag must not be blank");
        assertRefused("x".repeat(501), "a tag must have at most 500 characters, but has 501");
        assertRefused("a\nb", "a tag must not have control characters, but has \\u000a");
        assertRefused("a\u001b[31mb", "a tag must not have control characters, but has \\u001b");
        assertRefused("half \ud83d", "a tag must be valid Unicode, but has an unpaired \\ud83d");
        assertRefused("\udc27 half", "a tag must be valid Unicode, but has an unpaired \\udc27");
    }

    private static void assertRefused(String tag, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> Tags.require(tag)).withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tags.require("fine", tag))
                .withMessage(message);
    }
}
