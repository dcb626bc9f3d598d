package dev.cairn.samples.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.runtime.IncludedFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
    private static List<String> read(String text) {
        return read(text, line -> line.text("name") + ":" + line.wholeNumber("age"));
    }

    private static <T> List<T> read(String text, Function<CsvLine, T> element) {
        IncludedFile file = IncludedFile.ofText("people.csv", text);
        return CsvFile.read(file, "person", List.of("name", "age"), line -> Optional.of(element.apply(line)));
    }

    private static void assertBroken(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isExactlyInstanceOf(BrokenFileException.class)
                .hasMessage(message);
    }

    @Test
    void columnsMayStandInAnyOrderBesideOthers() {
        assertThat(read("age,town,name\n1,Lima,Ada\n2,Oslo,Bo\n")).containsExactly("Ada:1", "Bo:2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,age\nAda,1\nBo,2",
                "name,age\r\nAda,1\r\nBo,2\r\n",
                "\nname,age\n\nAda,1\n  \nBo,2\n\n\n",
                "name,age\n\"Ada\", 1 \nBo,2\n",
            })
    void lineEndsEmptyLinesBlanksAndQuotationMarksDoNotMatter(String text) {
        assertThat(read(text)).containsExactly("Ada:1", "Bo:2");
    }

    @Test
    void aCellMayHoldCommasAndLineEnds() {
        assertThat(read("name,age\n\"Lovelace,\nAda\",1\n")).containsExactly("Lovelace,\nAda:1");
    }

    @Test
    void linesThatHoldNothingAreLeftOut() {
        IncludedFile file = IncludedFile.ofText("people.csv", "name,age\nAda,\nBo,2\n");

        assertThat(CsvFile.read(
                        file,
                        "person",
                        List.of("name", "age"),
                        line -> line.text("age").isEmpty() ? Optional.empty() : Optional.of(line.text("name"))))
                .containsExactly("Bo");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "-1.5, -1.5", "1e3, 1000"})
    void numbers(String text, double number) {
        assertThat(read("name,age\nAda," + text + "\n", line -> line.number("age")))
                .containsExactly(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"old", "NaN", "Infinity", "", "1e999"})
    void whatIsNoNumber(String text) {
        assertThatThrownBy(() -> read("name,age\nAda," + text + "\n", line -> line.number("age")))
                .isExactlyInstanceOf(BrokenFileException.class)
                .hasMessage("people.csv, line 2: `" + text
                        + "` in column age is not a number. Mend the line or remove it.");
    }

    @Test
    void theLineIsTheOneInTheFile() {
        assertBroken(
                "name,age\n\n\"Lovelace,\n\nAda\",1\nBo,two\n",
                "people.csv, line 6: `two` in column age is not a whole number. Mend the line or remove it.");
        assertBroken(
                "name,age\nAda,1\n\"Bo\nBoson\",two",
                "people.csv, line 3: `two` in column age is not a whole number. Mend the line or remove it.");
    }

    @Test
    void tooFewOrTooManyCells() {
        assertBroken(
                "name,age\nAda,1\nBo\n",
                "people.csv, line 3: it has 1 cells, but there are 2 columns. Mend the line or remove it.");
        assertBroken(
                "name,age\nLovelace, Ada,1\n",
                "people.csv, line 2: it has 3 cells, but there are 2 columns. Mend the line or remove it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Bo,2\nCy,3\n", "\"Bo\"x,2\n", "\"Bo,2"})
    void strayQuotationMarks(String text) {
        assertBroken(
                "name,age\nAda,1\n" + text,
                "people.csv, line 3: a quotation mark is never closed, or not where a cell ends."
                        + " Mend the line or remove it.");
    }

    @Test
    void missingColumn() {
        assertBroken(
                "\nname,size\nAda,1\n", "people.csv, line 2: column age is missing. Name the columns name, age there.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n"})
    void emptyFile(String text) {
        assertBroken(text, "people.csv is empty. In its first line, name the columns name, age.");
    }

    @Test
    void onlyAHeader() {
        assertBroken("name,age\n", "people.csv has no person. Below its first line, write one per line.");
    }
}
