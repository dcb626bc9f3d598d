package dev.cairn.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.Tree;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void valuesOfEachKind() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("a", Arrays.asList(true, false, null));
        fields.put("", Map.of());
        fields.put("b", List.of());

        assertThat(Json.parse(" { \"a\" : [ true,\tfalse,\nnull ] , \"\":{ },\r\"b\":[ ]} "))
                .isEqualTo(Tree.of(fields));
        assertThat(Json.parse("\"text\"")).isEqualTo(Tree.of("text"));
        assertThat(Json.parse("[[],[[]]]")).isEqualTo(Tree.of(List.of(List.of(), List.of(List.of()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "12", "-0.50", "1e3", "1E+3", "1.25e-7", "123456789012345678901234567890"})
    void numbersAreExact(String number) {
        assertThat(Json.parse(number)).isEqualTo(Tree.of(new BigDecimal(number)));
    }

    @Test
    void stringsAreUnescaped() {
        assertThat(Json.parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\ude00 é\u007f\""))
                .isEqualTo(Tree.of("\"\\/\b\f\n\r\té\uD83D\uDE00 é\u007f"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "[, 2",
                "[1, 3",
                "[1 2], 4",
                "`[1,]`, 4",
                "`[,1]`, 2",
                "01x, 0",
                "-, 1",
                "+1, 1",
                ".5, 1",
                "`[1.]`, 3",
                "`[1e]`, 3",
                "[0x1], 3",
                "tru, 1",
                "NaN, 1",
                "[nul], 2",
                "'a', 1",
                "{, 2",
                "{a:1}, 2",
                "`{\"a\"}`, 5",
                "`{\"a\":}`, 6",
                "`{\"a\":1,}`, 8",
                "`{\"a\":1 \"b\":2}`, 8",
                "`\"abc`, 5",
                "`\"\\x\"`, 3",
                "`\"\\u12G4\"`, 4",
                "`\"\\`, 3",
                "[1e99999999999], 2",
                "// 1, 1",
            })
    void whatIsNoJsonIsRefusedWhereItIsNone(String text, int column) {
        assertThatThrownBy(() -> Json.parse(text))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(column == 0 ? "something follows the JSON value" : "no JSON from column " + column + " on");
    }

    @Test
    void controlCharactersInStringsAreRefused() {
        assertThatThrownBy(() -> Json.parse("\"a\nb\"")).hasMessage("no JSON from column 3 on");
        assertThatThrownBy(() -> Json.parse("\"\0\"")).hasMessage("no JSON from column 2 on");
        assertThatThrownBy(() -> Json.parse("[1]\0")).hasMessage("something follows the JSON value");
        assertThatThrownBy(() -> Json.parse("\0")).hasMessage("no JSON from column 1 on");
    }

    @Test
    void emptyTextIsRefused() {
        assertThatThrownBy(() -> Json.parse(" \n")).hasMessage("no JSON: it is empty");
    }

    @Test
    void aNameThatIsThereTwiceIsRefused() {
        assertThatThrownBy(() -> Json.parse("{\"a\":1,\"\\u0061\":1}")).hasMessage("it has \"a\" twice");
    }

    @Test
    void depthIsBounded() {
        assertThat(Json.parse("[".repeat(500) + "]".repeat(500))).isNotNull();
        assertThatThrownBy(() -> Json.parse("[{\"a\":".repeat(100_000)))
                .hasMessage("it is nested deeper than 500 levels");
    }
}
