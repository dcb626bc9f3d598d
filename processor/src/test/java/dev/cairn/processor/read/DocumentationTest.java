package dev.cairn.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentationTest {
    @Test
    void isTheFirstParagraphOnOneLine() {
        assertThat(Documentation.text(" Trains a model,\n and keeps it.\n\n <p>More of it.\n @see Other\n"))
                .isEqualTo("Trains a model, and keeps it.");
        assertThat(Documentation.text(" Trains a model.<p>More.")).isEqualTo("Trains a model.");
        assertThat(Documentation.text(" Trains a model.\n @see Other\n")).isEqualTo("Trains a model.");
    }

    @Test
    void dropsMarkup() {
        assertThat(Documentation.text(
                        " Fits {@code y = a*x} to {@link Model#data} with {@link Model#fit(int, long) a fit}."))
                .isEqualTo("Fits y = a*x to Model.data with a fit.");
        assertThat(Documentation.text(" The <em>best</em> of <a href=\"x\">all</a>, if a &lt; b &amp;&amp; c."))
                .isEqualTo("The best of all, if a < b && c.");
    }

    @Test
    void isEmptyWithoutText() {
        assertThat(Documentation.text(null)).isEmpty();
        assertThat(Documentation.text(" @see Other\n")).isEmpty();
    }
}
