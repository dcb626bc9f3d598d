package dev.cairn.view.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text stays text, whatever is in it. */
class HtmlTest {
    private final StringBuilder output = new StringBuilder();
    private final Html html = new Html(output);

    private String written() {
        return output.substring("<!doctype html>\n".length());
    }

    @Test
    void elementsAreNestedAndCounted() {
        html.open("p", "class", "note", "hidden", "")
                .text("a ")
                .element("b", "c")
                .open("br")
                .close();
        assertThat(written()).isEqualTo("<p class=\"note\" hidden>a <b>c</b><br></p>");
        assertThat(html.elements()).isEqualTo(3);
    }

    @Test
    void markupIsText() {
        html.element("p", "</p><script>alert('x')</script><!-- & \"", "title", "\"><script> ' & </title><!--");
        assertThat(written())
                .isEqualTo("<p title=\"&quot;&gt;&lt;script&gt; &#39; &amp; &lt;/title&gt;&lt;!--\">"
                        + "&lt;/p&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&lt;!-- &amp; &quot;</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001b", "\u009b", "\u007f", "\r", "\u202e", "\u2066", "\u2028"})
    void whatWouldSteerABrowserOrATerminalIsWrittenOut(String character) {
        String shown = String.format("\\u%04x", (int) character.charAt(0));
        html.element("p", "a" + character + "b", "title", character);
        assertThat(written()).isEqualTo("<p title=\"" + shown + "\">a" + shown + "b</p>");
    }

    @Test
    void linesAreKeptWhereTheyAreWanted() {
        html.open("pre").lines("a\n\tb").close().element("p", "a\nb");
        assertThat(written()).isEqualTo("<pre>a\n\tb</pre><p>a\\u000ab</p>");
    }

    @Test
    void whatStandsBetweenBackticksIsCode() {
        html.open("p").prose("`a<b` and `c` or ` alone").close();
        assertThat(written()).isEqualTo("<p><code>a&lt;b</code> and <code>c</code> or ` alone</p>");
    }

    @Test
    void halfACharacterIsReplaced() {
        html.element("p", "\ud83d\ude00 \ud83d \ude00");
        assertThat(written()).isEqualTo("<p>\ud83d\ude00 \ufffd \ufffd</p>");
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "1,1",
        "1.25,1.25",
        "0.1,0.1",
        "0.05,0.05",
        "-0.5,-0.5",
        "-12.34,-12.34",
        "99.999,100",
        "-0.001,0"
    })
    void numbersHaveTwoDigits(double number, String text) {
        assertThat(Html.number(number)).isEqualTo(text);
    }
}
